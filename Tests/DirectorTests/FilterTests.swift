import Director
import Testing
import Timeline

@Suite("Filters and colours")
struct FilterTests {
    private static let contrast = Look(nil, [.contrast: 10])

    @Test(
        "Of one photo",
        arguments: [
            ("make photo 2 black and white", Look(.blackAndWhite)), ("把第二张变成黑白", Look(.blackAndWhite)),
            ("photo 2 in sepia", Look(.sepia)), ("make photo 2 warmer", Look(nil, [.warmth: 20])),
            ("brighten photo 2 a little", Look(nil, [.brightness: 10])), ("第二张亮一点", Look(nil, [.brightness: 20])),
            ("set the contrast of photo 2 to 30%", Look(nil, [.contrast: 30])),
            ("reduce the saturation of photo 2 by 15%", Look(nil, [.saturation: -15])),
            ("第二张的对比度提高", Look(nil, [.contrast: 20])), ("add a vignette to photo 2", Look(nil, [.vignette: 50])),
            ("第二张用复古滤镜", Look(.vintage)), ("apply a vintage filter to photo 2", Look(.vintage)),
        ]
    )
    func onePhoto(_ line: String, _ look: Look) {
        var expected = Scene.video.timeline
        expected.segments[1].look = look
        #expect(Scene.say(line).timeline == expected)
    }

    @Test(
        "Of all photos",
        arguments: [
            ("warmer", Look(nil, [.warmth: 20])), ("给所有照片加复古滤镜", Look(.vintage)), ("make it vintage", Look(.vintage)),
            ("increase the contrast a little", contrast), ("make everything black and white", Look(.blackAndWhite)),
            ("much darker", Look(nil, [.brightness: -40])), ("add a vignette", Look(nil, [.vignette: 50])),
            ("vivid colors", Look(.vivid)), ("more contrast", Look(nil, [.contrast: 20])),
            ("加暗角", Look(nil, [.vignette: 50])),
            ("cool tones", Look(.cool)), ("降低饱和度", Look(nil, [.saturation: -20])), ("暖色调", Look(.warm)),
            ("use a faded look", Look(.faded)), ("全部变成黑白", Look(.blackAndWhite)),
            ("亮度调高", Look(nil, [.brightness: 20])),
        ]
    )
    func allPhotos(_ line: String, _ look: Look) {
        #expect(Set(Scene.say(line).timeline.segments.map(\.look)) == [look])
    }

    @Test(
        "Taken away again",
        arguments: [
            "remove the filter", "no filter", "去掉滤镜", "remove all filters", "undo",
        ]
    )
    func away(_ line: String) {
        #expect(Scene.say("make everything sepia", line).timeline == Scene.video.timeline)
    }

    @Test("Steps add up, never beyond what can be, and one filter takes another's place")
    func steps() {
        let twice = Scene.say("more contrast", "more contrast", "photo 2 in sepia", "make photo 2 vivid")
        #expect(twice.timeline.segments.map { $0.look[.contrast] } == [40, 40, 40, 40, 40])
        #expect(twice.timeline.segments[1].look.filter == .vivid)
        let most = Scene.say("much brighter", "much brighter", "much brighter", "much brighter")
        #expect(most.timeline.segments[0].look[.brightness] == 100)
        #expect(Scene.say("add a vignette", "no vignette").timeline == Scene.video.timeline)
    }

    @Test("A filter is no order, no music and no title")
    func nothingElse() {
        #expect(Scene.say("add a black title 'Hi'").timeline.segments.allSatisfy { $0.look == .plain })
        #expect(Scene.say("warm music").timeline.segments.allSatisfy { $0.look == .plain })
        #expect(
            Scene.sayFirst("make a black and white video").timeline.segments.allSatisfy {
                $0.look.filter == .blackAndWhite
            }
        )
        #expect(Scene.say("make photo 2 black and white").text.contains("look: none -> black and white"))
    }
}
