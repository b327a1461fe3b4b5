import Foundation
import Testing
import Timeline

@testable import Media
@testable import Renderer

/// Pictures of texts, made when they are asked for: `scripts/effects`.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["KINORA_EFFECTS"] != nil), .serialized)
struct TextFigures {
    let folder = ProcessInfo.processInfo.environment["KINORA_EFFECTS"] ?? ""

    struct Example {
        var name: String
        var texts: [TextSegment]
        /// The frames that are shown.
        var frames = [45]
    }

    static func text(
        _ kind: TextKind,
        _ words: String,
        _ change: (inout TextStyle) -> Void = { _ in }
    ) -> TextSegment {
        var style = TextStyle.usual(for: kind, isRightToLeft: words.readsFromRight)
        change(&style)
        return TextSegment(id: "\(kind) \(words)", kind: kind, text: words, style: style)
    }

    static let examples: [Example] = [
        Example(name: "title", texts: [text(.title, "Summer in Rome")]),
        Example(name: "caption", texts: [text(.caption, "Lake Como, early in the morning")]),
        Example(name: "lower-third", texts: [text(.lowerThird, "Anna Rossi\nguide")]),
        Example(name: "end-card", texts: [text(.endCard, "Thanks for watching")]),
        Example(
            name: "outline",
            texts: [
                text(.title, "Red in black") {
                    $0.color = "red"
                    $0.outline = TextOutline()
                }
            ]
        ),
        Example(name: "box", texts: [text(.caption, "A caption in a box") { $0.box = TextBox() }]),
        Example(name: "serif", texts: [text(.title, "In a serif font") { $0.font = "serif" }]),
        Example(name: "handwritten", texts: [text(.title, "By hand") { $0.font = "handwritten" }]),
        Example(name: "monospace", texts: [text(.title, "Typed") { $0.font = "monospace" }]),
        Example(name: "chinese", texts: [text(.title, "夏天的回忆 🌸"), text(.caption, "在科莫湖边的清晨")]),
        Example(name: "arabic", texts: [text(.title, "صيف في روما"), text(.lowerThird, "آنا روسي\nمرشدة سياحية")]),
        Example(
            name: "several",
            texts: [
                text(.title, "Two titles"), text(.title, "one below the other") { $0.size = 0.07 },
                text(.caption, "and a caption"), text(.caption, "at the top right") { $0.position = .topRight },
            ]
        ),
        Example(
            name: "rise",
            texts: [
                text(.title, "Rise") {
                    $0.entrance = .rise
                    $0.fadeIn = .seconds(0.8)
                }
            ],
            frames: [3, 9, 24]
        ),
        Example(
            name: "typewriter",
            texts: [
                text(.title, "Letter by letter") {
                    $0.entrance = .typewriter
                    $0.fadeIn = .seconds(1.2)
                }
            ],
            frames: [6, 18, 40]
        ),
    ]

    static let section =
        """

        ## Texts

        Say "add a title 'Summer in Rome'", "caption photo 2 'Lake Como'", "lower third 'Anna Rossi, guide'", "end card
        'Thanks for watching'", "title in red with a black outline", "put the captions in a box", "use a serif font",
        "make the title rise", "加标题“夏天的回忆”", "打字机效果".


        """ + examples.map { "\($0.name)\n\n![\($0.name)](effects/text-\($0.name).jpg)\n\n" }.joined()

    /// Each on a dark photo and on a bright one.
    @Test(arguments: examples)
    func picture(of example: Example) throws {
        let size = PixelSize(width: 640, height: 360)
        var strip = Data()
        let photos = example.frames.count > 1 ? ["05-sunset.jpg"] : ["05-sunset.jpg", "02-picos-de-europa.jpg"]
        for photo in photos {
            for index in example.frames { strip += try self.frame(example.texts, photo, size, at: index) }
        }
        try strip.write(to: URL(fileURLWithPath: "\(folder)/text-\(example.name).yuv"))
    }

    func frame(_ texts: [TextSegment], _ photo: String, _ size: PixelSize, at index: Int) throws -> Data {
        var canvas = try Canvas(size)
        let painter = try EffectFigures().painters([photo], size)[0]
        try canvas.draw(painter, index: index)
        for layer in TextTrack(texts, total: 200).layers(from: 0, to: 200) {
            try TextPainter(layer, frame: size).draw(at: index, on: canvas.frame)
        }
        return EffectFigures().planes(of: canvas.frame)
    }
}
