public import ArgumentParser
import Chat
import Foundation
import StudioAPI
import StudioClient
public import Timeline

extension Aspect: ExpressibleByArgument {}
extension Quality: ExpressibleByArgument {}

struct MakeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "make",
        abstract: "Makes one video from files and a sentence, without asking anything.",
        discussion: """
            Without --prompt it makes a slideshow with transitions and music. Options beat the prompt.
            The path of the video goes to standard output, progress to standard error.

            kinora make *.jpg -p "a 30 second slideshow with piano music" -o vacation.mp4
            """
    )

    @Argument(help: "Photos, clips and songs, in the order they are to be shown.", completion: .file())
    var files: [String]

    @Option(name: .shortAndLong, help: "What the video should be, in English or Chinese.")
    var prompt: String?

    @Option(name: .shortAndLong, help: ArgumentHelp("The MP4 file to write.", valueName: "out.mp4"))
    var output: String

    @Option(help: "The shape of the picture.")
    var aspect: Aspect?

    @Option(help: ArgumentHelp("The length of the whole video.", valueName: "seconds"))
    var length: Double?

    @Option(help: "draft is 540p and quick; best takes longer than high.")
    var quality = Quality.high

    @Flag(help: "Go on without files that cannot be used.")
    var skipBad = false

    @Flag(help: "Replace the file if it exists.")
    var force = false

    @Flag(help: "Print one JSON object: path, duration_ms, width, height, bytes, render_ms.")
    var json = false

    @OptionGroup var studio: StudioOptions

    func validate() throws {
        guard !files.isEmpty else { throw ValidationError("Give at least one photo, clip or song.") }
        if let length, !(length > 0 && length <= 6 * 3600) {
            throw ValidationError("--length is in seconds, more than 0 and at most 21600 (6 hours).")
        }
    }

    func run() async throws {
        var options = MakeProgram.Options(
            files: files,
            output: output,
            stateFolder: OwnStudioPlace.home.stateFolder,
            environment: OwnStudioPlace.environment
        )
        options.prompt = prompt
        options.aspect = aspect
        options.length = length
        options.quality = quality
        options.skipBad = skipBad
        options.force = force
        options.json = json
        let studios = try Usage.checked { try Studios(studio) }
        throw ExitCode(await MakeProgram(options, connect: studios.connect).run())
    }
}
