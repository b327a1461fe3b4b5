import ArgumentParser
import Foundation
import Renderer

struct WorkerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "worker",
        abstract: "Opens media for a studio, behind limits (started by the studio itself).",
        shouldDisplay: false
    )

    func run() throws {
        throw ExitCode(WorkerMain.run())
    }
}
