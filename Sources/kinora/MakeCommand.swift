public import ArgumentParser
import Chat
import Foundation
import StudioAPI
import StudioClient
public import Timeline

/// "9:16", "16:9,9:16", "all".
struct AspectList: ExpressibleByArgument {
    var aspects: [Aspect]

    init?(argument: String) {
        let names = argument.lowercased().split(separator: ",", omittingEmptySubsequences: false)
        aspects = names == ["all"] ? Aspect.allCases : names.compactMap { Aspect(rawValue: String($0)) }
        // One that is named twice is made once.
        guard aspects.count == (names == ["all"] ? Aspect.allCases.count : names.count),
            Set(aspects).count == aspects.count
        else { return nil }
    }
}

extension Quality: ExpressibleByArgument {}

struct MakeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "make",
        abstract: "Makes one video from files and a sentence, without asking anything.",
        discussion: """
            Without --prompt, or a sentence as the last argument, it makes a slideshow with transitions and music. \
            Options beat the prompt.
            The path of the video goes to standard output, progress to standard error.

            One video, in two shapes, and a look at it first:

              kinora make *.jpg -p "a 30 second slideshow with piano music" -o trip.mp4
              kinora make ~/Pictures/trip "a calm video with piano music" -o trip.mp4
              kinora make *.jpg --aspect 16:9,9:16 -o trip.mp4
              kinora make *.jpg --preview

            Of a folder, what lies in it is used in the order of its names, and not what is in its folders. The third \
            makes trip-16x9.mp4 and trip-9x16.mp4. With --preview the timeline is shown in the terminal, picture by \
            picture, and a quick draft is made to watch; nothing is exported. Its path goes to standard output; it is \
            kept with your studio's files, and the next draft of the name takes its place.
            """
    )

    @Argument(
        help: "Photos, clips, songs, or folders of them, in the order they are to be shown.",
        completion: .file()
    )
    var files: [String]

    @Option(name: .shortAndLong, help: "What the video should be, in English or Chinese.")
    var prompt: String?

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("The MP4 file to write; needed without --preview.", valueName: "out.mp4")
    )
    var output: String?

    @Option(
        help: ArgumentHelp(
            "The shape of the picture: 16:9, 9:16, 1:1 or 4:5. Several with commas between them, or all, make a video each.",
            valueName: "shape,…"
        )
    )
    var aspect: AspectList?

    @Option(help: ArgumentHelp("The length of the whole video.", valueName: "seconds"))
    var length: Double?

    @Option(help: "draft is 540p and quick; best takes longer than high.")
    var quality = Quality.high

    @Flag(help: "Show the timeline and make a draft to watch, in place of the video.")
    var preview = false

    @Flag(help: "Show the timeline in words alone (also where the terminal has no colours, or NO_COLOR is set).")
    var noPictures = false

    @Flag(help: "Go on without files that are missing or cannot be used.")
    var skipBad = false

    @Flag(help: "Replace the file if it exists.")
    var force = false

    @Flag(help: "Print one JSON object a video: path, duration_ms, width, height, bytes, render_ms.")
    var json = false

    @OptionGroup var studio: StudioOptions

    func validate() throws {
        guard !files.isEmpty else { throw ValidationError("Give at least one photo, clip or song.") }
        guard preview || output != nil else { throw ValidationError("Name the file to write with --output.") }
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
        options.takeWords()
        options.aspects = aspect?.aspects ?? []
        options.preview = preview
        options.pictures = !noPictures
        options.length = length
        options.quality = quality
        options.skipBad = skipBad
        options.force = force
        options.json = json
        let studios = try Usage.checked { try Studios(studio) }
        throw ExitCode(await MakeProgram(options, connect: studios.connect).run())
    }
}
