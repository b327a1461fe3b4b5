import HTTP

extension StudioError {
    /// What became of a transfer, in the words of one who speaks to a studio.
    init(_ error: HTTPError) {
        let place = error.host.map { Place.host($0) } ?? .ownStudio
        let subject = error.subject ?? ""
        switch error.code {
        case .unknownHost:
            self.init(
                .unreachable,
                "\(place.start) could not be found. Check the address and the network connection."
            )
        case .unreachable, .forbiddenAddress:
            self.init(
                .unreachable,
                error.host == nil
                    ? "Your studio does not run. Start it again."
                    : "No studio answers on \(place.middle). Check that it runs and can be reached."
            )
        case .untrusted:
            self.init(
                .untrusted,
                "\(place.start) could not prove who it is, so nothing was sent. Check the address and this machine's clock."
            )
        case .timedOut:
            self.init(
                .timedOut,
                error.hadHead
                    ? "The answer from \(place.middle) stopped coming. Try again in a moment."
                    : "\(place.start) did not answer in time. Try again in a moment."
            )
        case .interrupted:
            self.init(.interrupted, "The connection to \(place.middle) was lost. Try again in a moment.")
        case .notHTTP:
            self.init(.badReply, "\(place.start) did not answer the way a studio does. Check the address.")
        case .tooLong:
            self.init(.badReply, "The answer from \(place.middle) is longer than any answer should be.")
        case .redirectLoop, .badRedirect:
            self.init(.badReply, error.description)
        case .insecureRedirect:
            self.init(.insecure, "\(place.start) points to \(subject) without encryption: not followed.")
        case .moved:
            self.init(.badAddress, "\(place.start) says the studio is at \(subject). Use that address.")
        case .unreadableBody:
            self.init(.file, "\(subject) changed or became unreadable while it was sent. Send it again.")
        case .failed:
            self.init(.failed, error.description)
        }
    }
}

/// What `transfer` throws, as a studio's error: the one place where the two meet.
func studioErrors<Value>(_ transfer: () async throws -> Value) async throws -> Value {
    do {
        return try await transfer()
    } catch let error as HTTPError {
        throw StudioError(error)
    }
}
