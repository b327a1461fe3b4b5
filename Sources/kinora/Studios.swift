import Chat
import Foundation
import StudioAPI
import StudioClient

/// Which studio the chat and `make` talk to, and how to reach it.
struct Studios {
    let choice: StudioChoice

    /// By the options, else the environment, else the user's own.
    init(_ options: StudioOptions) throws {
        choice = try StudioChoice.resolve(
            studio: options.studio,
            cloud: options.cloud,
            insecure: options.insecure,
            environment: OwnStudioPlace.environment
        )
    }

    var connect: ChatProgram.Connect {
        switch choice {
        case .own:
            return { notify in
                try await OwnStudioPlace.studio.connect(launch: OwnStudioPlace.launch) { event in
                    switch event {
                    case .starting: notify(.settingUp)
                    case .waitingForOtherBuild: notify(.waitingForOtherBuild)
                    }
                }
            }
        case .at(let address):
            return { notify in
                notify(.settingUp)
                return StudioClient(
                    address: address,
                    identity: OwnStudioPlace.identity,
                    tokens: TokenKeeper(
                        folder: OwnStudioPlace.home.stateFolder,
                        environment: OwnStudioPlace.environment
                    ),
                    onWait: { notify(.slowedDown($0)) }
                )
            }
        }
    }
}
