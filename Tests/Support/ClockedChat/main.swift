import Chat
import Foundation
import StudioAPI
import StudioClient
import TestKit

// The real chat with a clock that a test drives over descriptor 3.
//
//     ClockedChat [--studio URL] [--insecure] [--yes] [--actions auto|ask|off] [-c] [FILES…]
//
// Everything else comes from the environment, as for the program itself.

let environment = ProcessInfo.processInfo.environment
let clock = SteppedClock()
ClockSwitch.listen(on: 3, to: clock)

var arguments = CommandLine.arguments.dropFirst()
var studio: String?
var isInsecure = false
var files: [String] = []
var isContinued = false
var isAgreed = false
var actions = ActionMode.auto
while let argument = arguments.popFirst() {
    switch argument {
    case "--studio": studio = arguments.popFirst()
    case "--insecure": isInsecure = true
    case "--yes": isAgreed = true
    case "--actions": actions = arguments.popFirst().flatMap(ActionMode.init) ?? .auto
    case "-c": isContinued = true
    default: files.append(argument)
    }
}

let stateFolder = OwnStudio.home(environment: environment).stateFolder
var options = ChatProgram.Options(
    stateFolder: stateFolder,
    folder: FileManager.default.currentDirectoryPath,
    environment: environment
)
options.files = files.map { URL(filePath: $0).path }
options.resume = isContinued ? .latest : nil
options.actions = actions
options.assumesYes = isAgreed

do {
    guard
        case .at(let address) = try StudioChoice.resolve(
            studio: studio,
            cloud: false,
            insecure: isInsecure,
            environment: environment
        )
    else { throw StudioError(.badAddress, "Name a studio.") }
    let chat = ChatProgram(options, clock: clock) { notify in
        notify(.settingUp)
        return StudioClient(
            address: address,
            identity: ClientIdentity(environment: environment, executable: CommandLine.arguments[0], version: "0.0.0"),
            tokens: TokenKeeper(folder: stateFolder, environment: environment),
            clock: clock,
            onWait: { notify(.slowedDown($0)) }
        )
    }
    exit(await chat.run())
} catch let error as StudioError {
    FileHandle.standardError.write(Data("Error: \(error.message)\n".utf8))
    exit(2)
}
