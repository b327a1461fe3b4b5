import ArgumentParser
import Foundation
import Studio
import StudioAPI
import StudioClient

/// The per-user background studio.
struct StudioCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "studio",
        abstract: "Starts, shows, stops or empties your own background studio.",
        discussion: """
            The chat starts the studio by itself. It listens on a socket that only you can open, and ends after ten \
            minutes without work.
            """,
        subcommands: [Start.self, Status.self, Stop.self, Clean.self, Run.self],
        defaultSubcommand: Start.self
    )

    struct Start: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Starts it if it does not run, and prints its status."
        )

        func run() async throws {
            try await StudioCommand.reportingErrors {
                let client = try await OwnStudioPlace.studio.connect(launch: OwnStudioPlace.launch) { event in
                    if let words = OwnStudioPlace.words(for: event) { Standard.error(words) }
                }
                try await StudioCommand.printStatus(of: client)
            }
        }
    }

    struct Status: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Prints what it is doing; exit 1 if it does not run.")

        func run() async throws {
            try await StudioCommand.reportingErrors {
                guard let client = try await OwnStudioPlace.studio.find() else {
                    print("Your studio does not run; the chat starts it when it is needed.")
                    throw ExitCode.failure
                }
                try await StudioCommand.printStatus(of: client)
            }
        }
    }

    struct Stop: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Ends it after its work; with --now, at once (exports go on at the next start)."
        )

        @Flag(help: "Do not wait for running exports.")
        var now = false

        func run() async throws {
            try await StudioCommand.reportingErrors {
                guard let client = try await OwnStudioPlace.studio.find() else {
                    print("Your studio does not run.")
                    return
                }
                try await client.stop(when: now ? .now : .idle)
                try await OwnStudioPlace.studio.waitUntilEnded()
                print("Your studio has stopped.")
            }
        }
    }

    struct Clean: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Deletes its sessions, media, chunks and kept videos, after asking.",
            discussion: "Videos that were exported to your own folders stay."
        )

        @Flag(help: "Do not ask.")
        var yes = false

        func run() async throws {
            try await StudioCommand.reportingErrors {
                let client = try await OwnStudioPlace.studio.connect(launch: OwnStudioPlace.launch)
                if !yes {
                    guard Standard.inputIsTerminal else {
                        Standard.error("kinora: say --yes to delete without being asked.")
                        throw ExitCode(2)
                    }
                    let status = try await client.status()
                    let size = ByteCountFormatStyle(style: .file, allowedUnits: [.mb, .gb]).format(
                        Int64(status.dataBytes)
                    )
                    print(
                        "Delete \(status.sessions) sessions and all media of your studio (\(size))? [y/N] ",
                        terminator: ""
                    )
                    fflush(nil)
                    guard let answer = readLine(), ["y", "yes"].contains(answer.lowercased()) else {
                        print("Nothing was deleted.")
                        return
                    }
                }
                try await client.clean()
                print("Your studio is empty.")
            }
        }
    }

    /// The studio itself, in the foreground; what the chat starts in the background.
    struct Run: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Runs it in the foreground.", shouldDisplay: false)

        func run() async throws {
            let home = OwnStudioPlace.home
            var configuration = StudioConfiguration(
                listen: .unixSocket(home.socketPath),
                dataFolder: home.dataFolder,
                local: true,
                version: BuildInfo.version,
                build: BuildInfo.build,
                worker: .own,
                idleExit: 600
            )
            // What is the person's own is deleted when they say so, and by "clean".
            configuration.limits.sessionLifetime = nil
            configuration.linkRule = OwnStudioPlace.linkRule
            try await StudioRun.run(configuration)
        }
    }

    /// A studio's own words about what went wrong, on standard error; exit 1.
    static func reportingErrors(_ body: () async throws -> Void) async throws {
        do {
            try await body()
        } catch let error as StudioError {
            Standard.error("kinora: \(error.message)")
            throw ExitCode.failure
        }
    }

    private static func printStatus(of client: StudioClient) async throws {
        let status = try await client.status()
        let minutes = Int(status.uptime / 60)
        let size = ByteCountFormatStyle(style: .file, allowedUnits: [.mb, .gb])
        print("Your studio runs (version \(status.version), up \(minutes) min).")
        print("  working on: \(status.activeExports) exports, \(status.activeTurns) messages")
        print("  keeps: \(status.sessions) sessions, \(size.format(Int64(status.dataBytes))) in all,")
        print("         of them \(size.format(Int64(status.cacheBytes))) chunks of earlier exports")
    }
}
