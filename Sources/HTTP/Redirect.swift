/// Where a redirect leads, by rules of our own: libcurl follows none.
enum Redirect {
    /// More in a row than an honest server needs.
    static let limit = 5

    /// The request that follows `head`, or nil when it is no redirect to follow.
    ///
    /// Headers meant for one origin are left behind on the way to another.
    /// - Throws: ``HTTPError`` for a redirect that is not followed: off TLS, or of a call that changes something.
    static func request(after head: HTTPHead, of request: HTTPRequest) throws(HTTPError) -> HTTPRequest? {
        guard [301, 302, 303, 307, 308].contains(head.status), request.socketPath == nil,
            let location = head["location"]
        else { return nil }
        let from = request.url
        guard let target = from.resolving(location) else {
            throw HTTPError(.badRedirect, host: from.host, hadHead: true)
        }
        if target.scheme == "http", from.scheme == "https" || (from.isLoopback && !target.isLoopback) {
            throw HTTPError(.insecureRedirect, host: from.host, subject: target.host, hadHead: true)
        }
        // 307 and 308 ask for the very same request; anything else would turn a POST into a GET.
        let keepsMethod = head.status >= 307 && target.origin == from.origin && !request.atMostOnce
        guard request.method == .get || keepsMethod else {
            throw HTTPError(.moved, host: from.host, subject: target.origin, hadHead: true)
        }
        var next = request
        next.url = target
        if target.origin != from.origin { next.confidentialHeaders = [] }
        return next
    }
}
