import Foundation
import ScriptedStudio
import TestKit
import Testing

/// Answers that no contract foresees: one clear sentence, and nothing is lost.
@Suite(.serialized)
struct OddAnswerTests {
    struct Fault: Sendable, CustomTestStringConvertible {
        var name: String
        var answer: Answer
        var testDescription: String { name }
    }

    static let faults = [
        Fault(name: "page", answer: .page()), Fault(name: "page-502", answer: .page(status: 502)),
        Fault(name: "empty", answer: .empty), Fault(name: "cut-off", answer: .cutOff),
        Fault(name: "half-a-head", answer: .halfAHead), Fault(name: "reset", answer: .reset),
        Fault(name: "strange", answer: .json(#"{"code":0,"data":["x"]}"#)),
        Fault(name: "status-500", answer: .status(500)), Fault(name: "code-7777", answer: .code(7777, "wat")),
        Fault(name: "no-json", answer: .json("Internal Server Error")),
    ]

    @Test(arguments: faults, Scene.Tongue.allCases)
    func whereverItComes(_ fault: Fault, _ tongue: Scene.Tongue) throws {
        let scene = try Scene("odd-" + fault.name, tongue)
        try scene.makesAVideo()
        for _ in 0..<2 { scene.studio.next(.credits, fault.answer) }
        scene.says(tongue.pick("credits", "积分"))
        scene.reads("asked for the credits")
        scene.studio.clear(.credits)
        for _ in 0..<2 { scene.studio.next(.state, fault.answer) }
        scene.says(tongue.pick("status", "状态"))
        scene.reads("asked for the state")
        scene.studio.clear(.state)
        scene.says(tongue.pick("status", "状态"))
        scene.reads("nothing is lost")
        try scene.ends()
    }

    @Test(arguments: [
        Fault(name: "page", answer: .page(status: 503)), Fault(name: "empty", answer: .empty),
    ])
    func inPlaceOfAStream(_ fault: Fault) throws {
        let scene = try Scene("odd-stream-" + fault.name)
        try scene.makesAVideo()
        scene.studio.next(.run, fault.answer)
        scene.says("make it longer")
        scene.reads("a message is answered so")
        try scene.ends()
    }

    /// How an agent's server says that it does not know a session.
    @Test func aSessionThatTheAgentDoesNotKnow() throws {
        let scene = try Scene("odd-stream-session")
        try scene.makesAVideo()
        scene.studio.next(.run, .json(#"{"detail":"Session not found"}"#, status: 404))
        scene.studio.when("make it longer", .says("There is no video yet. Add photos first."))
        scene.says("make it longer")
        scene.reads("a message goes to a new session")
        try scene.ends()
        #expect(scene.studio.count(.session) == 2)
    }

    @Test func aRedirectToAnotherHost() throws {
        let other = ScriptedStudio()
        let scene = try Scene("odd-redirect")
        try scene.makesAVideo()
        scene.studio.next(.credits, .redirect(to: other.url + "/api/credits/balance/simple"))
        scene.says("credits")
        scene.reads("sent elsewhere")
        try scene.ends()
        for request in other.requests(.credits) { #expect(request.headers["authorization"] == nil) }
    }

    @Test func aByteAtATime() throws {
        let scene = try Scene("odd-slow")
        try scene.makesAVideo()
        scene.studio.when(
            "make it longer",
            .edits("edit", .sample.with { $0.clips[0].milliseconds = 12_000 }),
            .says("Done: 12 s.")
        )
        scene.studio.next(.run, .usual.slowly)
        scene.studio.next(.state, .usual.slowly)
        scene.says("make it longer")
        scene.reads("every byte by itself")
        try scene.ends()
    }

    @Test(arguments: Scene.Tongue.allCases)
    func nobodyThere(_ tongue: Scene.Tongue) throws {
        let studio = ScriptedStudio()
        let scene = try Scene("odd-nobody", tongue, studio: studio, environment: ["NEMO_API_URL": "http://127.0.0.1:1"])
        scene.reads("no studio answers")
        try scene.ends(status: 1)
    }
}
