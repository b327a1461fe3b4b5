/// Why there is no answer, or not all of one.
package struct HTTPError: Error, Hashable, Sendable {
    package enum Code: String, Hashable, Sendable {
        /// The name of the host leads to no address.
        case unknownHost
        /// No connection could be made.
        case unreachable
        /// Every address of the host was refused by ``HTTPRequest/allows``.
        case forbiddenAddress
        /// The connection could not be made safe: a certificate that does not fit.
        case untrusted
        case timedOut
        /// The connection broke before the answer was complete.
        case interrupted
        /// What came is no HTTP, or no answer any honest server gives.
        case notHTTP
        /// The body is longer than the caller takes.
        case tooLong
        /// One redirect after the other.
        case redirectLoop
        /// A redirect to what is no http or https URL.
        case badRedirect
        /// A redirect that leaves encryption, or this machine without encryption.
        case insecureRedirect
        /// A redirect of a request that is not sent elsewhere by itself; `subject` is the origin it leads to.
        case moved
        /// The source of the request's body failed; `subject` is its name.
        case unreadableBody
        /// Trouble inside this program; `subject` says what.
        case failed
    }

    package var code: Code
    /// Who was asked; nil at the other end of a Unix socket.
    package var host: String?
    /// What else the error is about, as its code says.
    package var subject: String?
    /// The answer had begun.
    package var hadHead: Bool

    package init(_ code: Code, host: String?, subject: String? = nil, hadHead: Bool = false) {
        self.code = code
        self.host = host
        self.subject = subject
        self.hadHead = hadHead
    }
}

extension HTTPError: CustomStringConvertible {
    /// What happened, in a sentence for a person.
    package var description: String {
        let host = host ?? "The server"
        let subject = subject ?? ""
        return switch code {
        case .unknownHost: "\(host) could not be found."
        case .unreachable: "\(host) cannot be reached."
        case .forbiddenAddress: "\(host) is at an address that may not be asked."
        case .untrusted: "\(host) could not prove who it is."
        case .timedOut: "\(host) did not answer in time."
        case .interrupted: "The connection to \(host) was lost."
        case .notHTTP: "\(host) gave no answer that makes sense."
        case .tooLong: "\(host) gave an answer that is too long."
        case .redirectLoop: "\(host) points from one address to the next without an end."
        case .badRedirect: "\(host) points to an address that cannot be followed."
        case .insecureRedirect: "\(host) points to an address without encryption."
        case .moved: "\(host) has moved to \(subject)."
        case .unreadableBody: "\(subject) became unreadable while it was sent."
        case .failed: "The request could not be made (\(subject))."
        }
    }
}
