import Testing

@Suite(.serialized)
struct StartTests {
    @Test(arguments: Scene.Tongue.allCases)
    func theFirstStart(_ tongue: Scene.Tongue) throws {
        let scene = try Scene("start", tongue, isFirstStart: true)
        scene.reads("the first start")
        try scene.ends()
    }
}
