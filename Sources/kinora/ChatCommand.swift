public import ArgumentParser
public import Chat
import Foundation
import StudioAPI
import StudioClient

extension ActionMode: ExpressibleByArgument {}

struct ChatCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "chat",
        abstract: "Opens the chat (what kinora does without a command).",
        discussion: """
            Drop photos into the prompt, say what you want, type "export": the video is saved in the current folder. \
            When standard input is no terminal, each line is a message; replies go to standard output.
            """
    )

    @Argument(help: "Photos, clips and songs to begin with.", completion: .file())
    var files: [String] = []

    @Flag(name: [.customShort("c"), .customLong("continue")], help: "Take up the latest session.")
    var resume = false

    @Option(help: ArgumentHelp("Take up the N-th session of /sessions.", valueName: "n"))
    var session: Int?

    @Option(
        help: ArgumentHelp(
            "What follows when the agent speaks of buttons: auto does what is safe and offers the rest, ask offers all, off does nothing.",
            valueName: "auto|ask|off"
        )
    )
    var actions = ActionMode.auto

    @Flag(name: .shortAndLong, help: "Send files to a studio elsewhere without asking first.")
    var yes = false

    @Flag(help: "Show the timeline in words alone (also where the terminal has no colours, or NO_COLOR is set).")
    var noPictures = false

    @OptionGroup var studio: StudioOptions

    func validate() throws {
        if resume, session != nil { throw ValidationError("--continue and --session exclude each other.") }
        if let session, session < 1 { throw ValidationError("--session counts from 1.") }
    }

    func run() async throws {
        let manager = FileManager.default
        let missing = files.filter { !manager.fileExists(atPath: $0) }
        guard missing.isEmpty else {
            throw ValidationError("There is no file and no command \(missing.joined(separator: ", ")).")
        }
        var options = ChatProgram.Options(
            stateFolder: OwnStudioPlace.home.stateFolder,
            folder: manager.currentDirectoryPath,
            environment: OwnStudioPlace.environment
        )
        options.files = files.map { URL(filePath: $0).path }
        options.resume = resume ? .latest : session.map(ChatProgram.Resume.session)
        options.actions = actions
        options.assumesYes = yes
        options.pictures = !noPictures
        let studios = try Usage.checked { try Studios(studio) }
        throw ExitCode(await ChatProgram(options, connect: studios.connect).run())
    }
}
