import CCurl

/// What libcurl's ways to fail mean to a person.
enum TransferFailure {
    /// - Parameter hadHead: The answer had begun.
    static func error(for code: CURLcode, place: Place, hadHead: Bool) -> StudioError {
        switch code {
        case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY, CURLE_COULDNT_CONNECT:
            unreachable(place, isUnknown: code != CURLE_COULDNT_CONNECT)
        case CURLE_OPERATION_TIMEDOUT:
            StudioError(
                .timedOut,
                hadHead
                    ? "The answer from \(place.middle) stopped coming. Try again in a moment."
                    : "\(place.start) did not answer in time. Try again in a moment."
            )
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_CERTPROBLEM,
            CURLE_SSL_CIPHER, CURLE_SSL_ISSUER_ERROR, CURLE_SSL_INVALIDCERTSTATUS:
            StudioError(
                .untrusted,
                "\(place.start) could not prove who it is, so nothing was sent. Check the address and this machine's clock."
            )
        case CURLE_WEIRD_SERVER_REPLY, CURLE_UNSUPPORTED_PROTOCOL, CURLE_WRITE_ERROR, CURLE_BAD_CONTENT_ENCODING:
            StudioError(.badReply, "\(place.start) did not answer the way a studio does. Check the address.")
        default:
            // Sent, received or cut: all that matters is that it broke.
            StudioError(.interrupted, "The connection to \(place.middle) was lost. Try again in a moment.")
        }
    }

    private static func unreachable(_ place: Place, isUnknown: Bool) -> StudioError {
        if place == .ownStudio { return StudioError(.unreachable, "Your studio does not run. Start it again.") }
        return StudioError(
            .unreachable,
            isUnknown
                ? "\(place.start) could not be found. Check the address and the network connection."
                : "No studio answers on \(place.middle). Check that it runs and can be reached."
        )
    }
}
