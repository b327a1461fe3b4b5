import ArgumentParser
import Foundation
import Renderer
import StudioAPI

struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Says what is installed, what is missing and how to get it; exit 1 if no video can be made."
    )

    func run() async throws {
        var healthy = true
        for check in await Doctor(home: OwnStudioPlace.home).checks() {
            let mark =
                switch check.state {
                case .good: "ok      "
                case .worse: "missing "
                case .broken: "BROKEN  "
                }
            print("\(mark) \(check.name): \(check.words)")
            if check.state == .broken { healthy = false }
        }
        print(healthy ? "Kinora can make videos here." : "Kinora cannot make videos here yet; see above.")
        if !healthy { throw ExitCode.failure }
    }
}
