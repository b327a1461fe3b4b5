import Foundation
import ProgramKit
import TestKit

/// A person's account on a machine where Kinora was never used: a home folder, a folder to work in, and no studio.
/// Its studio is stopped when the test is over.
final class Home: Sendable {
    let scratch: TemporaryFolder
    let program: String
    let environment: [String: String]

    /// The folder commands run in.
    var folder: String { scratch["work"] }
    var stateFolder: String { scratch["state"] + "/kinora" }

    /// The five sample photos, in order.
    static let samples: [String] = {
        let folder = repository + "/Docs/samples"
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasSuffix(".jpg") }.sorted().map { folder + "/" + $0 }
    }()

    static let repository: String = {
        // …/Tests/EndToEndTests/Support/Home.swift
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().path
    }()

    /// - Parameter prepare: What else the account has, and what its environment says of that.
    init(_ prepare: (TemporaryFolder) throws -> [String: String] = { _ in [:] }) throws {
        scratch = TemporaryFolder()
        let own = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        program = URL(filePath: own).deletingLastPathComponent().path + "/kinora"
        guard FileManager.default.isExecutableFile(atPath: program) else {
            throw Spawned.Failure("no built program at \(program)")
        }
        let usual = [
            "HOME": scratch["home"], "XDG_STATE_HOME": scratch["state"], "XDG_RUNTIME_DIR": scratch["run"],
            "PATH": "/usr/local/bin:/usr/bin:/bin", "LANG": "C.UTF-8", "TERM": "xterm-256color",
        ]
        environment = usual.merging(try prepare(scratch)) { $1 }
        for name in ["home", "state", "run", "work"] {
            try FileManager.default.createDirectory(
                atPath: scratch[name],
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
        }
    }

    deinit {
        _ = try? kinora("studio", "stop", "--now")
    }

    /// Runs a command to its end.
    func kinora(_ arguments: String..., input: String? = nil) throws -> Spawned.Result {
        try kinora(arguments, input: input)
    }

    func kinora(_ arguments: [String], input: String? = nil) throws -> Spawned.Result {
        try Spawned.run([program] + arguments, environment: environment, folder: folder, input: input)
    }

    /// Opens the chat in a pseudo-terminal.
    func chat(_ arguments: String..., columns: UInt16 = 100) throws -> PseudoTerminal {
        try PseudoTerminal([program] + arguments, environment: environment, folder: folder, columns: columns)
    }

    /// Copies a sample photo into the working folder under a name of the test's choosing.
    func photo(_ index: Int = 0, as name: String) throws -> String {
        let path = folder + "/" + name
        try FileManager.default.copyItem(atPath: Self.samples[index], toPath: path)
        return path
    }

    func write(_ bytes: some Sequence<UInt8>, as name: String) throws -> String {
        let path = folder + "/" + name
        try Data(bytes).write(to: URL(filePath: path))
        return path
    }

    /// The files in the working folder, sorted by name.
    func files() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    }

    /// The background studios that run for this account.
    func studios() throws -> [pid_t] {
        try FileManager.default.contentsOfDirectory(atPath: "/proc").compactMap(pid_t.init).filter { process in
            guard let line = try? String(contentsOfFile: "/proc/\(process)/cmdline", encoding: .utf8),
                let variables = try? String(contentsOfFile: "/proc/\(process)/environ", encoding: .utf8)
            else { return false }
            return line.contains("studio\0run") && variables.contains("XDG_STATE_HOME=\(scratch["state"])")
        }
    }

    /// The workers of this account's studio.
    func workers() throws -> [pid_t] {
        let studios = try studios()
        return try FileManager.default.contentsOfDirectory(atPath: "/proc").compactMap(pid_t.init).filter { process in
            guard let line = try? String(contentsOfFile: "/proc/\(process)/cmdline", encoding: .utf8),
                // proc_pid_stat(5): the parent comes two words after the name in parentheses.
                let status = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8),
                let parent = status.split(separator: ") ").last?.split(separator: " ").dropFirst().first
            else { return false }
            return line.contains("\0worker") && studios.contains { parent == "\($0)" }
        }
    }
}
