import CCurl

/// What libcurl's ways to fail mean to a person.
enum TransferFailure {
    /// - Parameters:
    ///   - place: The host, or "this machine".
    ///   - hadHead: The answer had begun.
    static func error(for code: CURLcode, place: String, hadHead: Bool) -> StudioError {
        switch code {
        case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY:
            return StudioError(
                .unreachable,
                "\(place) could not be found. Check the address and the network connection."
            )
        case CURLE_COULDNT_CONNECT:
            return StudioError(.unreachable, "No studio answers on \(place). Check that it runs and can be reached.")
        case CURLE_OPERATION_TIMEDOUT:
            return StudioError(
                .timedOut,
                hadHead
                    ? "The answer from \(place) stopped coming. Try again in a moment."
                    : "\(place) did not answer in time. Try again in a moment."
            )
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_CERTPROBLEM,
            CURLE_SSL_CIPHER, CURLE_SSL_ISSUER_ERROR, CURLE_SSL_INVALIDCERTSTATUS:
            return StudioError(
                .untrusted,
                "\(place) could not prove who it is, so nothing was sent. Check the address and this machine's clock."
            )
        case CURLE_WEIRD_SERVER_REPLY, CURLE_UNSUPPORTED_PROTOCOL, CURLE_WRITE_ERROR, CURLE_BAD_CONTENT_ENCODING:
            return StudioError(.badReply, "\(place) did not answer the way a studio does. Check the address.")
        default:
            // Sent, received or cut: all that matters is that it broke.
            return StudioError(.interrupted, "The connection to \(place) was lost. Check the network and try again.")
        }
    }
}
