import Foundation
import Hummingbird
import HummingbirdCore
import NIOCore

extension StudioConfiguration.Listen {
    var bindAddress: BindAddress {
        switch self {
        case .unixSocket(let path): .unixDomainSocket(path: path)
        case .tcp(let host, let port): .hostname(host, port: port)
        }
    }

    func bound(to channel: any Channel) -> StudioServer.Address {
        switch self {
        case .unixSocket(let path): .unixSocket(path)
        case .tcp(let host, let port): .tcp(host: host, port: channel.localAddress?.port ?? port)
        }
    }

    var noSuchAddress: StudioStartError {
        guard case .tcp(let host, _) = self else {
            return StudioStartError(.address, "The path of the socket is too long. Choose a shorter runtime folder.")
        }
        return StudioStartError(.address, "\(host) is no address of this machine. Give one that is, or its name.")
    }

    func failure(_ error: IOError) -> StudioStartError {
        if error.errnoCode == EADDRNOTAVAIL { return noSuchAddress }
        return switch self {
        case .unixSocket(let path):
            StudioStartError(.address, "The socket \(path) cannot be opened: \(systemMessage(error.errnoCode)).")
        case .tcp(let host, let port):
            StudioStartError(
                .address,
                "Port \(port) of \(host) cannot be opened: \(systemMessage(error.errnoCode)). Choose another port."
            )
        }
    }
}
