import CSpawn
import Foundation
import TestKit

/// Programs started by the tests.
public enum Spawned {
    public struct Result: Sendable {
        public var status: Int32
        public var output: String
        public var errors: String
    }

    /// What a test could not do.
    public struct Failure: Error, CustomStringConvertible {
        public var description: String

        public init(_ description: String) { self.description = description }
    }

    /// Starts `arguments[0]` in `folder`, on `terminal` when one is given, else with the descriptors given.
    ///
    /// - Parameter control: Becomes the program's descriptor 3.
    public static func start(
        _ arguments: [String],
        environment: [String: String],
        folder: String,
        terminal: String? = nil,
        input: Int32? = nil,
        output: Int32? = nil,
        errors: Int32? = nil,
        control: Int32? = nil
    ) throws -> Int32 {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addchdir_np(&actions, folder)
        if let terminal {
            // Opened by a session's leader, it becomes the session's controlling terminal.
            posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
            posix_spawn_file_actions_adddup2(&actions, 0, 1)
            posix_spawn_file_actions_adddup2(&actions, 0, 2)
        } else {
            if let input {
                posix_spawn_file_actions_adddup2(&actions, input, 0)
            } else {
                posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
            }
            if let output { posix_spawn_file_actions_adddup2(&actions, output, 1) }
            if let errors { posix_spawn_file_actions_adddup2(&actions, errors, 2) }
        }
        if let control { posix_spawn_file_actions_adddup2(&actions, control, 3) }
        // A program that held a connection of another test would keep it open for good.
        posix_spawn_file_actions_addclosefrom_np(&actions, control == nil ? 3 : 4)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        posix_spawnattr_setflags(&attributes, Int16(kinora_spawn_new_session))

        var argv = arguments.map { strdup($0) } + [nil]
        var envp = environment.map { strdup("\($0)=\($1)") } + [nil]
        defer {
            for argument in argv { free(argument) }
            for variable in envp { free(variable) }
        }
        var process: Int32 = 0
        let code = posix_spawnp(&process, arguments[0], &actions, &attributes, &argv, &envp)
        guard code == 0 else {
            throw Failure("\(arguments[0]): \(String(cString: strerror(code)))")
        }
        return process
    }

    /// Runs a program to its end, with `input` on its standard input.
    public static func run(
        _ arguments: [String],
        environment: [String: String],
        folder: String = "/",
        input: String? = nil
    ) throws -> Result {
        let scratch = TemporaryFolder()
        let (outputPath, errorPath, inputPath) = (scratch["out"], scratch["err"], scratch["in"])
        try (input ?? "").write(toFile: inputPath, atomically: false, encoding: .utf8)
        let output = open(outputPath, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        let errors = open(errorPath, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        let source = open(inputPath, O_RDONLY | O_CLOEXEC)
        defer { for descriptor in [output, errors, source] { close(descriptor) } }
        let process = try start(
            arguments,
            environment: environment,
            folder: folder,
            input: source,
            output: output,
            errors: errors
        )
        var raw: Int32 = 0
        while waitpid(process, &raw, 0) < 0, errno == EINTR {}
        return Result(
            status: raw & 0x7f == 0 ? (raw >> 8) & 0xff : 128 + (raw & 0x7f),
            output: String(decoding: try Data(contentsOf: URL(filePath: outputPath)), as: UTF8.self),
            errors: String(decoding: try Data(contentsOf: URL(filePath: errorPath)), as: UTF8.self)
        )
    }
}
