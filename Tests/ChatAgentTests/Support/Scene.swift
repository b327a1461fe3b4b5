import Foundation
import ProgramKit
import ScriptedStudio
import TestKit
import Testing

/// A person at the chat, a studio behind it, and the transcript of what happens.
final class Scene {
    enum Tongue: String, CaseIterable {
        case english = "en"
        case chinese = "zh"

        func pick(_ english: String, _ chinese: String) -> String { self == .english ? english : chinese }
    }

    let studio: ScriptedStudio
    let home = TemporaryFolder()
    let tongue: Tongue
    private var clock: ClockHand
    private var chat: PseudoTerminal
    private var transcript: Transcript
    private let arguments: [String]
    private let environment: [String: String]

    /// Opens the chat.
    ///
    /// - Parameters:
    ///   - name: That of the transcript's file, without the language.
    ///   - isFirstStart: The chat was never used on this machine.
    init(
        _ name: String,
        _ tongue: Tongue = .english,
        studio: ScriptedStudio = ScriptedStudio(),
        arguments: [String] = ["--insecure"],
        environment extra: [String: String] = [:],
        isFirstStart: Bool = false
    ) throws {
        (self.studio, self.tongue) = (studio, tongue)
        transcript = Transcript("\(name).\(tongue.rawValue)")
        for folder in ["home", "state/kinora", "run", "videos"] {
            try FileManager.default.createDirectory(
                atPath: home[folder],
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
        }
        if !isFirstStart { try home.write("state/kinora/history.jsonl", "") }
        var environment = [
            "HOME": home["home"], "XDG_STATE_HOME": home["state"], "XDG_RUNTIME_DIR": home["run"],
            "PATH": "/usr/bin:/bin", "LC_CTYPE": "C.UTF-8", "TERM": "xterm-256color",
            "LC_MESSAGES": tongue == .chinese ? "zh_CN.UTF-8" : "C.UTF-8",
            "NEMO_API_URL": Self.address(studio), "NEMO_WEB_URL": "https://nemovideo.com",
        ]
        environment.merge(extra) { $1 }
        self.environment = environment
        self.arguments = arguments
        clock = try ClockHand()
        chat = try Self.open(arguments, environment, home["videos"], clock)
    }

    /// A studio that is not on this machine, as far as the chat can tell: an address without a host, which Linux takes
    /// to loopback.
    private static func address(_ studio: ScriptedStudio) -> String {
        studio.url.replacing("127.0.0.1", with: "0.0.0.0")
    }

    private static func open(
        _ arguments: [String],
        _ environment: [String: String],
        _ folder: String,
        _ clock: ClockHand
    ) throws -> PseudoTerminal {
        let own = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        let program = URL(filePath: own).deletingLastPathComponent().path + "/ClockedChat"
        return try PseudoTerminal([program] + arguments, environment: environment, folder: folder, control: clock.far)
    }

    // MARK: What the person does

    func says(_ line: String) { chat.enter(line) }
    func types(_ keys: String) { chat.type(keys) }
    func pressesControlC() { chat.controlC() }

    /// A file in the person's folder.
    func file(_ name: String, bytes: Int = 5000) throws -> String {
        try home.file("videos/" + name, noise(bytes))
    }

    /// Waits until this is shown, after what was waited for last.
    func sees(_ text: String) throws { try chat.expect(text, within: 20) }

    /// This much time passes at once, as soon as the chat waits for a moment until then.
    func passes(_ time: Duration) throws { try explained { try clock.advance(time) } }

    /// The next waits of the chat, up to so long in all, take no time.
    func hurries(_ time: Duration) throws { try explained { try clock.flow(time) } }

    /// Waits until the chat has exactly this long to wait for something.
    func waits(_ time: Duration) throws { try explained { try clock.await(time) } }

    /// Waits until the studio was asked so often in all.
    func asks(_ call: Call, _ count: Int) throws {
        let deadline = Date(timeIntervalSinceNow: 20)
        while studio.count(call) < count, Date() < deadline { chat.waitForQuiet(of: 0.01) }
        if studio.count(call) < count {
            throw Spawned.Failure("\(call) was asked \(studio.count(call)) times, not \(count)\n" + seen)
        }
    }

    /// After half a minute, then every minute, the chat looks whether the timeline of a lost turn has changed.
    func looksFiveTimes() throws {
        let before = studio.count(.state)
        for look in 1...5 {
            let time: Duration = look == 1 ? .seconds(30) : .seconds(60)
            try waits(time)
            // A little more than asked for, so that no other wait of the chat ever has the same time left.
            try passes(time + .seconds(1))
            try asks(.state, before + look)
        }
    }

    private func explained(_ wait: () throws -> Void) throws {
        do { try wait() } catch {
            chat.waitForQuiet(of: 0.2)
            throw Spawned.Failure("\(error)\n\(seen)\nleft to wait: \(clock.left)")
        }
    }

    private var seen: String { "seen:\n" + chat.display.history.suffix(20).joined(separator: "\n") }

    /// Waits until the chat is ready for the first word.
    func isReady() throws { try settles(on: "/help") }

    /// A video is on the timeline: a clip of ten seconds with music.
    func makesAVideo() throws {
        try isReady()
        let wish = tongue.pick("make a slideshow", "做一个幻灯片")
        studio.when(wish, .edits("generate_video", .sample), .says(tongue.pick("Your slideshow is ready.", "幻灯片做好了。")))
        says(wish)
        try settles(on: tongue.pick("Timeline (", "时间线（"))
    }

    /// Leaves what is on the screen out of the transcript, when `text` stands right above the prompt.
    private func settles(on text: String) throws {
        let isThere = chat.wait(within: 20) { display in
            let lines = display.history
            return lines.last == "›" && lines.dropLast().last?.contains(text) == true
        }
        guard isThere else {
            throw Spawned.Failure(
                "waited for “\(text)” above the prompt\n" + seen
            )
        }
        transcript.leaveOut(stable(chat.display.history))
        try sees(text)
    }

    /// Waits for the prompt that follows an empty line: what is typed before it is there, the terminal echoes.
    func asksAgain() {
        _ = chat.wait(within: 20) { $0.history.suffix(2) == ["›", "›"] }
    }

    // MARK: The transcript

    /// The screen has to become as the transcript says of its part `caption`.
    func reads(_ caption: String, sourceLocation: SourceLocation = #_sourceLocation) {
        if Transcript.isRecording {
            // Nobody knows yet what is to come.
            chat.waitForQuiet(of: 0.5)
        } else {
            _ = chat.wait(within: 20) { transcript.isAsWanted(stable($0.history), caption) }
        }
        if let difference = transcript.keep(stable(chat.display.history), caption) {
            Issue.record("\(difference)", sourceLocation: sourceLocation)
        }
    }

    /// Leaves the chat, and checks what must hold of any conversation.
    func ends(status: Int32 = 0, sourceLocation: SourceLocation = #_sourceLocation) throws {
        chat.controlD()
        #expect(try chat.waitForEnd(within: 20) == status, sourceLocation: sourceLocation)
        try check(sourceLocation)
    }

    /// The chat is killed and started again.
    func restarts(arguments: [String]? = nil, sourceLocation: SourceLocation = #_sourceLocation) throws {
        kill(chat.process, SIGKILL)
        _ = try chat.waitForEnd()
        clock = try ClockHand()
        chat = try Self.open(arguments ?? self.arguments, environment, home["videos"], clock)
        transcript.beginAnew()
    }

    private func check(_ location: SourceLocation) throws {
        if let difference = try transcript.end() { Issue.record("\(difference)", sourceLocation: location) }
        #expect(studio.breaches == [], sourceLocation: location)
        let shown = chat.display.history.joined(separator: "\n")
        for secret in studio.secrets + ["Bearer", "{\"", "nmv_usr"] {
            #expect(!shown.contains(secret), "a person saw \(secret)", sourceLocation: location)
        }
        #expect(chat.display.unknown == [], sourceLocation: location)
        try checkFiles(location)
    }

    /// Tokens lie in one file only, which nobody else can read.
    private func checkFiles(_ location: SourceLocation) throws {
        for folder in ["home", "state", "videos"] {
            for case let name as String in FileManager.default.enumerator(atPath: home[folder]) ?? .init() {
                let path = home[folder] + "/" + name
                guard let data = FileManager.default.contents(atPath: path) else { continue }
                guard data.range(of: Data("nmv_usr".utf8)) != nil else { continue }
                let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
                #expect(mode == 0o600, "\(name)", sourceLocation: location)
                #expect(name.contains("token"), "\(name) holds a token", sourceLocation: location)
            }
        }
    }

    /// Lines without what differs from one run to the next.
    private func stable(_ lines: [String]) -> [String] {
        lines.map { line in
            line.replacing(home["videos"], with: "/home/anna/videos")
                .replacing(home.path, with: "/home/anna")
                .replacing(Self.address(studio), with: "https://studio.example")
                .replacing(studio.url.dropFirst(7), with: "files.example")
                .replacing(Self.address(studio).dropFirst(7), with: "studio.example")
                .replacing("0.0.0.0", with: "studio.example")
                .replacing(/20\d\d-\d\d-\d\d/, with: "2026-07-31")
        }
    }
}

extension HostedDraft {
    static let sample = HostedDraft(Clip("city timelapse", 10_000), music: ("Lo-fi", 0.35))
}
