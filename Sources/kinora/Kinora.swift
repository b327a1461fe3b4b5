import ArgumentParser
import Foundation

@main
struct Kinora: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "kinora",
        abstract: "Turns photos into videos by talking, on your own machine.",
        discussion: """
            Without a command it opens the chat: drop photos in, say what you want, type "export".

            Exit status: 0 done, 1 failed, 2 wrong usage, 4 not authorised, 130 interrupted.
            """,
        version: BuildInfo.version,
        subcommands: [
            ChatCommand.self, MakeCommand.self, StudioCommand.self, ServeCommand.self, RevokeCommand.self,
            DoctorCommand.self, WorkerCommand.self,
        ],
        defaultSubcommand: ChatCommand.self
    )

    /// Parses and runs; any error of the arguments ends with 2, where the parser's own choice would be 64.
    static func main() async {
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch {
            let text = fullMessage(for: error)
            switch exitCode(for: error) {
            case .success:
                // Help and version come as errors that succeed; a command that ends with 0 has no words.
                if !(error is ExitCode) { print(text) }
                end(0)
            case .validationFailure:
                Standard.error(text)
                end(2)
            case let code:
                if !(error is ExitCode), !text.isEmpty { Standard.error(text) }
                end(code.rawValue)
            }
        }
    }

    /// Without the C library's last calls: they take down what a transfer that was just called off still uses, and the
    /// process would end by a crash instead of with its status.
    private static func end(_ status: Int32) -> Never {
        fflush(nil)
        _exit(status)
    }
}
