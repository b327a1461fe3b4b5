import Foundation
import ScriptedStudio
import TestKit
import Testing

/// Every fault in every place: a sentence for each, and a chat that goes on.
@Suite(.serialized)
struct FaultTableTests {
    struct Fault: Sendable {
        var name: String
        var answer: Answer
    }

    static let faults =
        [400, 402, 429, 1001, 1002, 2001, 4001, 4002, 7777].map { Fault(name: "code \($0)", answer: .code($0)) } + [
            Fault(name: "a page", answer: .page()), Fault(name: "a page under 502", answer: .page(status: 502)),
            Fault(name: "nothing", answer: .empty), Fault(name: "half an answer", answer: .cutOff),
            Fault(name: "half a head", answer: .halfAHead), Fault(name: "a reset", answer: .reset),
            Fault(name: "another shape", answer: .json(#"{"code":0,"data":["x"]}"#)),
            Fault(name: "no JSON", answer: .json("Internal Server Error")),
            Fault(name: "a list of details", answer: .json(#"{"detail":[{"loc":["body"],"msg":"bad"}]}"#, status: 422)),
        ]

    static let places: [Call] = [.session, .run, .upload, .state, .credits, .submit, .poll, .claim]

    @Test(arguments: places, Scene.Tongue.allCases)
    func isToldInASentence(_ place: Call, _ tongue: Scene.Tongue) throws {
        let scene = try Scene("fault-\(place.rawValue)", tongue)
        try scene.makesAVideo()
        for (index, fault) in Self.faults.enumerated() {
            scene.studio.always(place, fault.answer)
            try scene.hurries(pause(place, fault))
            try trigger(place, scene, index, fault, tongue)
            if place == .run, fault.answer.losesAnswer { try scene.looksFiveTimes() }
            scene.reads(fault.name)
            scene.studio.clear(place)
            try scene.hurries(.zero)
        }
        let hello = tongue.pick("hello", "你好")
        scene.studio.when(hello, .says(tongue.pick("Hi!", "你好！")))
        scene.says(hello)
        scene.reads("and the chat goes on")
        try scene.ends()
    }

    /// How long the chat waits between its tries, before it tells of a fault.
    private func pause(_ place: Call, _ fault: Fault) -> Duration {
        let isTurn = place == .run || place == .session
        // Ten looks at an export.
        return .seconds(isTurn ? (fault.name == "code 429" ? 30 : 0) : 600)
    }

    private func trigger(_ place: Call, _ scene: Scene, _ index: Int, _ fault: Fault, _ tongue: Scene.Tongue) throws {
        switch place {
        case .session:
            scene.says("/new")
            try scene.sees(tongue.pick("A new video.", "新的视频。"))
            scene.says(tongue.pick("hello", "你好"))
        case .run:
            let message = tongue.pick("make it longer", "加长一点")
            if fault.answer.losesAnswer { scene.studio.when(message) }
            scene.says(message)
        case .upload:
            scene.says(try scene.file("photo\(index).jpg"))
            if index == 0 {
                scene.reads("asked")
                scene.says(tongue.pick("yes", "是"))
            }
        case .state: scene.says(tongue.pick("status", "状态"))
        case .credits: scene.says(tongue.pick("credits", "积分"))
        default: scene.says(tongue.pick("export", "导出"))
        }
    }
}
