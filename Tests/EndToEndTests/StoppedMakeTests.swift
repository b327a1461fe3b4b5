import Foundation
import ProgramKit
import TestKit
import Testing

/// Whatever is killed while `kinora make` works: the same command makes the same bytes of what was left, nobody ever
/// sees a part of the video under its name, and nothing half done is left.
///
/// A moment for the studio and one for the program itself; with KINORA_SOAK so many, and also for the worker and for
/// Ctrl-C.
@Suite(.serialized)
struct StoppedMakeTests {
    enum Victim: CaseIterable {
        case studio, program, worker, nobody
    }

    private static let soak = ProcessInfo.processInfo.environment["KINORA_SOAK"].flatMap { Int($0) }
    private static let victims: [Victim] = soak == nil ? [.studio, .program] : Victim.allCases

    private static let request =
        ["make", Home.samples[0], Home.samples[4]] + [
            "-p", "make a 2 second video without music", "-o", "out.mp4", "--quality", "draft", "--force",
        ]

    /// A home, and what is watched in it.
    private struct Place {
        let home: Home
        var output: String { home.folder + "/out.mp4" }
        var cache: String { home.stateFolder + "/studio/chunks" }
        var renders: String { home.stateFolder + "/studio/renders" }
        var video: Data? { FileManager.default.contents(atPath: output) }

        init() throws {
            home = try Home()
            try FileManager.default.createDirectory(
                atPath: renders,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
        }

        func watch(
            isWhole: @escaping @Sendable (Data) -> Bool,
            moment: RenderMoment? = nil,
            action: @escaping @Sendable () -> Void = {}
        ) throws -> RenderWatch {
            try RenderWatch(
                cache: cache,
                renders: renders,
                output: output,
                isWhole: isWhole,
                moment: moment,
                action: action
            )
        }

        /// Files under a folder of the studio's, hidden ones too.
        func names(in folder: String) -> [String] {
            (try? FileManager.default.contentsOfDirectory(atPath: home.stateFolder + "/studio/" + folder)) ?? []
        }
    }

    @Test(.timeLimit(.minutes(30)), arguments: victims)
    func theSameCommandGoesOnWhereItWasStopped(victim: Victim) throws {
        let calm = try Place()
        let calmWatch = try calm.watch(isWhole: { _ in true })
        let made = try calm.home.kinora(Self.request)
        calmWatch.finish()
        #expect(made.status == 0, "\(made.errors)")
        let video = try #require(calm.video)
        // However fast it is written, each file grows at least once; how often that is told is chance.
        var counts = calmWatch.counts
        (counts[.growing], counts[.joining]) = (counts[.kept], 1)
        #expect(counts[.fetched] == 1, "\(counts)")

        for seed in 0..<(Self.soak ?? 1) {
            var random = Random(seed: UInt64(seed))
            let place = try Place()
            let moment = RenderMoment(counts, using: &random)
            let words = try stop(victim, in: place, at: moment, video: video)
            #expect(place.video == nil || place.video == video, "\(victim) at \(moment)")

            let watch = try place.watch(isWhole: { $0 == video })
            let again = try place.home.kinora(Self.request)
            watch.finish()
            #expect(again.status == 0, "\(victim) at \(moment): \(words) \(again.errors)")
            #expect(watch.wrong.isEmpty, "\(victim) at \(moment): \(watch.wrong)")
            #expect(place.video == video, "\(victim) at \(moment): the bytes are those of an undisturbed command")
            #expect(try place.home.files() == ["out.mp4"], "\(victim) at \(moment)")

            #expect(try place.home.kinora("studio", "stop").status == 0)
            #expect(place.names(in: "chunks/partial").isEmpty, "\(victim) at \(moment)")
            #expect(place.names(in: "incoming").isEmpty, "\(victim) at \(moment)")
            let renders = place.names(in: "renders")
            #expect(renders.allSatisfy { $0.hasSuffix(".mp4") && !$0.hasPrefix(".") }, "\(moment): \(renders)")
        }
    }

    /// Runs the command and strikes at a moment.
    ///
    /// - Returns: What the command said.
    private func stop(_ victim: Victim, in place: Place, at moment: RenderMoment, video: Data) throws -> String {
        let home = place.home
        let program = Log<Int32>()
        let strike: @Sendable () -> Void = {
            let studio = (try? home.studios()) ?? []
            switch victim {
            case .studio: for process in studio { kill(process, SIGKILL) }
            case .worker: for process in studio.flatMap(children) { kill(process, SIGKILL) }
            case .program: for process in program.values { kill(process, SIGKILL) }
            case .nobody: for process in program.values { kill(process, SIGINT) }
            }
        }
        let watch = try place.watch(isWhole: { $0 == video }, moment: moment, action: strike)
        let log = open(home.scratch["log"], O_RDWR | O_CREAT | O_TRUNC, 0o600)
        let process = try Spawned.start(
            [home.program] + Self.request,
            environment: home.environment,
            folder: home.folder,
            output: log,
            errors: log
        )
        program.add(process)
        var raw: Int32 = 0
        while waitpid(process, &raw, 0) < 0, errno == EINTR {}
        close(log)
        watch.finish()
        let words = try String(contentsOfFile: home.scratch["log"], encoding: .utf8)
        #expect(watch.wrong.isEmpty, "\(victim) at \(moment): \(watch.wrong)")
        if victim != .program {
            let status = raw & 0x7f == 0 ? raw >> 8 & 0xff : 128 + raw & 0x7f
            #expect([0, 1, 130].contains(status), "\(victim) at \(moment): \(status) \(words)")
            #expect(!words.contains("{") && !words.contains(home.stateFolder), "\(victim) at \(moment): \(words)")
        }
        return words
    }
}

/// The processes that a process has started.
private func children(of process: Int32) -> [Int32] {
    let tasks = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/task")) ?? []
    return tasks.flatMap { task in
        let line = try? String(contentsOfFile: "/proc/\(process)/task/\(task)/children", encoding: .utf8)
        return (line ?? "").split(separator: " ").compactMap { Int32($0) }
    }
}
