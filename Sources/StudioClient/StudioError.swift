/// Why a call to a studio did not work, in one sentence for a person.
///
/// Neither the message nor the description ever holds a token, an id or a private path.
public struct StudioError: Error, Hashable, Sendable {
    /// The kind of trouble, for whoever has to act on it.
    public struct Code: RawRepresentable, Hashable, Sendable {
        public var rawValue: String

        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        // What the studio said.

        /// The token is bad or expired, and a new one could not be had.
        public static let badToken = Code(rawValue: "badToken")
        public static let sessionNotFound = Code(rawValue: "sessionNotFound")
        public static let noCredits = Code(rawValue: "noCredits")
        public static let exportBlocked = Code(rawValue: "exportBlocked")
        public static let unsupportedFile = Code(rawValue: "unsupportedFile")
        public static let fileTooLarge = Code(rawValue: "fileTooLarge")
        public static let rateLimited = Code(rawValue: "rateLimited")
        public static let badRequest = Code(rawValue: "badRequest")
        public static let notFound = Code(rawValue: "notFound")
        public static let conflict = Code(rawValue: "conflict")
        public static let serverError = Code(rawValue: "serverError")
        public static let studioDiskFull = Code(rawValue: "studioDiskFull")

        // What happened on the way.

        /// No connection could be made.
        public static let unreachable = Code(rawValue: "unreachable")
        /// The connection could not be made safe: a certificate that does not fit.
        public static let untrusted = Code(rawValue: "untrusted")
        public static let timedOut = Code(rawValue: "timedOut")
        /// The connection broke before the answer was complete.
        public static let interrupted = Code(rawValue: "interrupted")
        /// An answer that is HTML, empty, too long or of a strange shape.
        public static let badReply = Code(rawValue: "badReply")

        // What is wrong here.

        /// The address, or the choice of a studio, cannot be used as it was given.
        public static let badAddress = Code(rawValue: "badAddress")
        /// Plain http to another machine.
        public static let insecure = Code(rawValue: "insecure")
        /// A file of the person's that cannot be read or written.
        public static let file = Code(rawValue: "file")
        /// The file to be written exists.
        public static let fileExists = Code(rawValue: "fileExists")
        /// The user's own studio could not be started.
        public static let ownStudio = Code(rawValue: "ownStudio")
        /// Trouble inside this program.
        public static let failed = Code(rawValue: "failed")
    }

    public var code: Code
    /// What happened and what can be done about it.
    public var message: String
    /// How long the studio asks to wait, or until when the next token is due.
    public var retryAfter: Duration?
    /// The id a registration link wants, when the studio gave one with the refusal.
    public var bindID: String?

    /// What the request lacks is the header with the client's id.
    var wantsClientID = false

    public init(_ code: Code, _ message: String, retryAfter: Duration? = nil, bindID: String? = nil) {
        self.code = code
        self.message = message
        self.retryAfter = retryAfter
        self.bindID = bindID
    }
}

extension StudioError: CustomStringConvertible {
    public var description: String { message }
}
