import Foundation
import Testing
import Timeline

@testable import Renderer

/// A text is drawn anew once other fonts are there; nothing else is.
@Suite struct FontStateTests {
    private let scratch: Scratch
    private let fonts: String

    init() throws {
        scratch = try Scratch()
        fonts = scratch.file("fonts")
        try FileManager.default.createDirectory(atPath: fonts + "/noto/more", withIntermediateDirectories: true)
    }

    private func put(_ name: String) throws {
        try Data([1]).write(to: URL(filePath: "\(fonts)/\(name)"))
    }

    @Test func aFontThatIsAddedOrRemovedAnywhereIsSeen() throws {
        var states = [FontState([fonts])]
        #expect(FontState([fonts]) == states[0])
        for name in ["a.ttf", "noto/b.ttf", "noto/more/c.ttf"] {
            try put(name)
            states.append(FontState([fonts]))
        }
        try FileManager.default.removeItem(atPath: fonts + "/noto/b.ttf")
        states.append(FontState([fonts]))
        #expect(Set(states).count == 5)
        #expect(FontState([fonts]) == states[4])
    }

    @Test func foldersThatAreNotThereAndLinksInACircleAreNoTrouble() throws {
        for name in ["again", "noto/round", "noto/more/round"] {
            try FileManager.default.createSymbolicLink(atPath: "\(fonts)/\(name)", withDestinationPath: fonts)
        }
        #expect(FontState([fonts, "/not/there"]) == FontState([fonts]))
    }

    @Test func aChunkIsNamedByTheFontsOnlyIfItHasATextInIt() throws {
        var timeline = Timeline(segments: [RenderPlanTests.photo("a", ms: 9000)])
        timeline.texts = [TextSegment(id: "t", text: "Rome", duration: Milliseconds(2000))]
        let chunks = RenderPlan(timeline, settings: RenderPlanTests.settings).chunks.map(\.description)
        let before = FontState([fonts])
        try put("new.ttf")
        let after = FontState([fonts])
        let changed = try chunks.map { try $0.name(fonts: before) != $0.name(fonts: after) }
        #expect(changed == chunks.map { !$0.texts.isEmpty })
        #expect(Set(changed) == [true, false])
    }
}
