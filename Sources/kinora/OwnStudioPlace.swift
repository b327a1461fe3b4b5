import Foundation
import Studio
import StudioAPI
import StudioClient

/// The user's own studio, seen from the command line.
enum OwnStudioPlace {
    static var environment: [String: String] { ProcessInfo.processInfo.environment }
    static var home: StudioHome { OwnStudio.home(environment: environment) }

    static var identity: ClientIdentity {
        ClientIdentity(environment: environment, executable: executablePath, version: BuildInfo.version)
    }

    static var studio: OwnStudio { OwnStudio(home: home, build: BuildInfo.build, identity: identity) }

    /// How it is started: this program, in the background.
    static var launch: OwnStudio.Launch {
        OwnStudio.Launch(executable: executablePath, arguments: ["studio", "run"], environment: environment)
    }

    /// Where links may lead beside the public Internet: the addresses in KINORA_LINK_ADDRESSES, separated by commas, or
    /// "private". What is neither allows nothing more.
    static var linkRule: LinkRule {
        let allowed = environment["KINORA_LINK_ADDRESSES"] ?? ""
        return LinkRule(allowing: allowed.split(separator: ",").map(String.init)) ?? LinkRule()
    }

    /// What a person who waits for the studio is told.
    static func words(for event: OwnStudio.Event) -> String? {
        switch event {
        case .starting: "Setting things up..."
        case .waitingForOtherBuild: "A studio of an earlier build is finishing its work; waiting for it..."
        }
    }

    /// The program's file by its own name; its folder tells the platform Kinora was installed for.
    private static var executablePath: String {
        (try? FileManager.default.destinationOfSymbolicLink(atPath: BuildInfo.executable)) ?? BuildInfo.executable
    }
}
