import Director
import Testing
import Timeline

@Suite("The person's own tables of colours")
struct ColorTableTests {
    private static let teal = MediaItem(id: "teal", name: "teal.cube", kind: .colorTable)
    private static let film = MediaItem(id: "film", name: "Film look.cube", kind: .colorTable)

    private func say(_ lines: String..., given: [MediaItem] = [film, teal]) -> DirectorReply {
        var reply = Scene.say(lines[0], media: Scene.photos + given)
        for line in lines.dropFirst() { reply = Scene.say(line, to: reply.history, media: Scene.photos + given) }
        return reply
    }

    private static func look(_ item: MediaItem, _ strength: Int = 100) -> Look {
        Look(table: Look.Table(media: item.id, name: item.name, strength: strength))
    }

    @Test(
        "Of all photos",
        arguments: [
            ("use teal.cube", look(teal)), ("apply teal.cube to all photos", look(teal)),
            ("use teal.cube at 50%", look(teal, 50)), ("给所有照片用teal.cube", look(teal)),
            ("把teal.cube应用到所有照片", look(teal)), ("teal.cube", look(teal)),
            ("apply Film look.cube to every photo", look(film)), ("teal.cube 30%", look(teal, 30)),
            ("use my teal.cube at half strength", look(teal, 50)), ("用teal.cube，强度50%", look(teal, 50)),
        ]
    )
    func allPhotos(_ line: String, _ look: Look) {
        #expect(Set(say(line).timeline.segments.map(\.look)) == [look])
    }

    @Test(
        "Of one photo",
        arguments: [
            ("photo 2 with teal.cube at 50%", look(teal, 50)), ("use teal.cube on photo 2", look(teal)),
            ("第二张用teal.cube", look(teal)), ("第2张用teal.cube 50%", look(teal, 50)),
            ("apply teal.cube to photo 2 at 25%", look(teal, 25)), ("photo 2 with Film look.cube", look(film)),
        ]
    )
    func onePhoto(_ line: String, _ look: Look) {
        var expected = Scene.video.timeline
        expected.segments[1].look = look
        #expect(say(line).timeline == expected)
    }

    @Test(
        "The one that was given last",
        arguments: ["use my lut", "apply the cube file", "用我的色表", "use my .cube file"]
    )
    func last(_ line: String) {
        #expect(Set(say(line).timeline.segments.map(\.look)) == [Self.look(Self.teal)])
    }

    @Test(
        "One that was never given",
        arguments: ["use my.cube", "apply warm sunset.cube to photo 2", "use my lut", "第二张用我的.cube文件"]
    )
    func unknown(_ line: String) {
        let reply = say(line, given: [])
        #expect(reply.timeline == Scene.video.timeline)
        #expect(reply.text.contains(".cube"))
    }

    @Test(
        "Taken away again",
        arguments: ["remove the lut", "no lut", "remove teal.cube", "去掉色表", "remove the filter", "undo"]
    )
    func away(_ line: String) {
        #expect(say("use teal.cube", line).timeline == Scene.video.timeline)
    }

    @Test("A filter of the app's and the person's own go together, and the reply names both")
    func together() {
        let reply = say("make photo 2 sepia", "photo 2 with teal.cube at 50%")
        #expect(reply.timeline.segments[1].look.filter == .sepia)
        #expect(reply.timeline.segments[1].look.table?.strength == 50)
        #expect(reply.text.contains("sepia, teal.cube 50%"))
    }

    @Test(
        "Its strength alone",
        arguments: ["lut at 30%", "set the strength to 30%", "强度30%", "set the strength of film look.cube to 30%"]
    )
    func strength(_ line: String) {
        let strong = Self.look(Self.film, 30)
        #expect(Set(say("use Film look.cube", line).timeline.segments.map(\.look)) == [strong])
        #expect(say("use teal.cube at 300%").timeline == Scene.video.timeline)
    }

    @Test("It is never shown as a picture, nor heard as music")
    func neither() {
        let media = Scene.photos + [Self.teal]
        #expect(Scene.sayFirst("make a video", media: media).timeline.segments.count == 5)
        #expect(
            Scene.sayFirst("make a video with teal.cube", media: media).timeline.segments.map(\.look)
                == Array(repeating: Self.look(Self.teal), count: 5)
        )
        let alone = Scene.sayFirst("make a video", media: [Self.teal])
        #expect(alone.timeline.segments.isEmpty)
    }
}
