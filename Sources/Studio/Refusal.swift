import StudioAPI

/// A call that the studio does not do: a code of the contract and a sentence for the person.
struct Refusal: Error, Sendable {
    var code: APICode
    var message: String
    /// In seconds: when it makes sense to ask again.
    var retryAfter: Int?
    /// What else the reply carries, in the envelope's `data`.
    var data: JSONValue?
    /// The methods that a path has, where the one asked for is not among them.
    var allow: String?

    init(
        _ code: APICode,
        _ message: String,
        retryAfter: Int? = nil,
        data: JSONValue? = nil,
        allow: String? = nil
    ) {
        self.code = code
        self.message = message
        self.retryAfter = retryAfter
        self.data = data
        self.allow = allow
    }
}

extension Refusal {
    static let formats = "mp4, mov, avi, webm, mkv, jpg, png, gif, webp, heic, mp3, wav, m4a, aac, cube"

    static var badToken: Refusal {
        Refusal(.badToken, "The token is missing, unknown, expired or revoked. Ask for a new anonymous token.")
    }
    static func lacking(_ scope: Caller.Scope) -> Refusal {
        Refusal(.badToken, "The token is not good for this: it lacks the scope \(scope.rawValue).")
    }
    static var sessionNotFound: Refusal {
        Refusal(.sessionNotFound, "There is no such session. Start a new one.")
    }
    static var emptyTimeline: Refusal {
        Refusal(.badRequest, "There is nothing on the timeline yet. Make a video first, then export it.")
    }
    static var noCredits: Refusal {
        Refusal(.noCredits, "No credits are left on this account.")
    }
    static var exportBlocked: Refusal {
        Refusal(.exportBlocked, "An export needs the headers X-Skill-Source, X-Skill-Version and X-Skill-Platform.")
    }
    static var noSuchExport: Refusal {
        Refusal(.notFound, "There is no such export here. Export again.")
    }
    static var draining: Refusal {
        Refusal(
            APICode(rawValue: 503),
            "This studio finishes its work and ends. Ask again in a moment.",
            retryAfter: 2
        )
    }
    static var diskFull: Refusal {
        Refusal(.diskFull, "The studio's disk is full. Free some space, then try again.")
    }
    static func unprocessable(_ message: String) -> Refusal {
        Refusal(APICode(rawValue: 422), message)
    }
    static func rateLimited(_ message: String, retryAfter: Int) -> Refusal {
        Refusal(.rateLimited, message, retryAfter: max(retryAfter, 1))
    }
}
