import HTTP
import StudioAPI

/// An answer that was read to its end.
struct Reply: Sendable {
    var head: HTTPHead
    var body: [UInt8]
    var place: Place

    /// The value under the first of the names that has one, in `data` or at the top.
    func field(_ names: String...) -> JSONValue? {
        for name in names {
            if let raw = RawJSON.field([name], in: body), !raw.isNull, let value = JSONValue(raw) { return value }
        }
        return nil
    }

    /// The id a registration link wants: named so, or the id of a user who is a guest.
    var bindID: String? {
        if let id = field("bind", "bind_id", "bindId")?.text { return id }
        return field("user_id", "userId")?.text.flatMap { $0.hasPrefix("anon") ? $0 : nil }
    }

    /// `data`, or the whole where there is none, as a type of the contract.
    ///
    /// - Throws: ``StudioError`` with `badReply` when it is not that.
    func decode<Value: Decodable>(_ type: Value.Type) throws(StudioError) -> Value {
        let data = RawJSON.value(at: ["data"], in: body).flatMap { $0.isNull ? nil : $0.bytes } ?? body
        guard let value = RawJSON(data)?.decoded(type) else { throw strange }
        return value
    }

    /// The error for an answer that lacks what it should hold.
    var strange: StudioError {
        StudioError(
            .badReply,
            "\(place.start) answered in a way this version does not understand. Try again in a moment."
        )
    }
}

extension Reply {
    /// Why the studio did not do what was asked, by the envelope's code, the HTTP status, or both; nil when it did.
    var refusal: StudioError? {
        let code = RawJSON.value(at: ["code"], in: body).flatMap { JSONValue($0)?.number } ?? 0
        let isSuccess = (200..<300).contains(head.status)
        // Some write HTTP's 200 into the envelope for a success.
        if code != 0, !(isSuccess && code == 200) { return error(code) }
        guard isSuccess else { return error(contractCode(forStatus: head.status)) }
        return unreadable
    }

    /// What is wrong with a body that should be JSON.
    private var unreadable: StudioError? {
        if RawJSON(body) != nil { return nil }
        let start = body.prefix(1024).drop { $0 <= 0x20 }
        if start.isEmpty {
            return head.status == 204
                ? nil : StudioError(.badReply, "\(place.start) gave an empty answer. Try again in a moment.")
        }
        if start.first == UInt8(ascii: "<") || head.isPage {
            return StudioError(
                .badReply,
                "\(place.start) answered with a web page, as no studio does. Check the address and the network's sign-in page."
            )
        }
        return StudioError(.badReply, "The answer from \(place.middle) was cut off or garbled. Try again in a moment.")
    }

    private func contractCode(forStatus status: Int) -> Int {
        switch status {
        case 401: return APICode.badToken.rawValue
        case 413: return APICode.fileTooLarge.rawValue
        case 415: return APICode.unsupportedFile.rawValue
        case 404:
            // An agent's server says it in words alone.
            let says = field("detail")?.string?.lowercased() ?? ""
            return (says.contains("session") ? APICode.sessionNotFound : .notFound).rawValue
        default: return status
        }
    }

    private func error(_ code: Int) -> StudioError {
        var error = StudioError(Self.kind(of: code), Self.ownWords(for: code, place: place))
        if Self.takesServersWords(code), let words { error.message = words }
        error.bindID = bindID
        error.wantsClientID = error.code == .badRequest && wantsClientID
        let seconds = head["retry-after"].flatMap { Int($0) } ?? field("retry_after", "retryAfter")?.number
        error.retryAfter = seconds.flatMap { (0...31_536_000).contains($0) ? .seconds($0) : nil }
        return error
    }

    private static func kind(of code: Int) -> StudioError.Code {
        switch APICode(rawValue: code) {
        case .badToken: .badToken
        case .sessionNotFound: .sessionNotFound
        case .noCredits: .noCredits
        case .exportBlocked: .exportBlocked
        case .unsupportedFile: .unsupportedFile
        case .fileTooLarge: .fileTooLarge
        case .rateLimited: .rateLimited
        case .notFound: .notFound
        case .conflict: .conflict
        case .diskFull: .studioDiskFull
        default: (400..<500).contains(code) ? .badRequest : (300..<400).contains(code) ? .badReply : .serverError
        }
    }

    private static func ownWords(for code: Int, place: Place) -> String {
        switch APICode(rawValue: code) {
        case .badToken: "\(place.start) does not accept the token. Get a new one, or work on this machine."
        case .sessionNotFound: "\(place.start) does not have this session any more. A new one starts empty."
        case .noCredits: "No credits are left for this."
        case .exportBlocked: "Register or upgrade your plan to unlock export."
        case .unsupportedFile:
            "This kind of file is not supported. These are: mp4 mov avi webm mkv jpg png gif webp heic mp3 wav m4a aac."
        case .fileTooLarge: "The file is too large: 200 MB is the most. Compress or trim it."
        case .rateLimited: "\(place.start) asks to slow down. Try again in half a minute."
        case .notFound: "\(place.start) does not have what was asked for."
        case .conflict: "\(place.start) is busy with something else. Try again when it is done."
        case .diskFull: "The disk of \(place.middle) is full. Free some space there, then try again."
        default:
            (400..<500).contains(code)
                ? "\(place.start) did not accept the request (\(code))."
                : "\(place.start) had trouble of its own (\(code)). Try again in a moment."
        }
    }

    /// Codes on which a studio's own sentence, which may name the file, says more than ours.
    private static func takesServersWords(_ code: Int) -> Bool {
        let known: [APICode] = [.badToken, .sessionNotFound, .noCredits, .exportBlocked, .rateLimited]
        return !known.contains(APICode(rawValue: code))
    }

    private var said: String? {
        let said = field("message") ?? field("detail") ?? field("error") ?? field("errorMessage")
        return said?.string ?? said?["message"]?.string
    }

    private var wantsClientID: Bool {
        let text = said?.lowercased().filter { $0.isLetter } ?? ""
        return text.contains("clientid")
    }

    /// What the studio says, if it is fit for a person.
    private var words: String? { said.flatMap { Self.sentence($0) } }

    /// A studio's own words, if they are fit for a person: a sentence, without JSON or a token in it.
    static func sentence(_ text: String) -> String? {
        let lines = text.withoutControls.split(whereSeparator: \.isNewline).map { $0.trimmed }
        let clean = lines.joined(separator: " ").trimmed
        guard clean.contains(" ") || clean.unicodeScalars.contains(where: { $0.value > 0x2E80 }),
            clean.count <= 400, !clean.contains("{"), !clean.contains("["), !clean.contains("<"),
            !clean.contains("nmv_"), !clean.contains("clm_"), !clean.lowercased().contains("bearer ")
        else { return nil }
        return clean
    }

    /// The failure that a body names although it calls itself a success.
    var failure: StudioError? {
        guard field("error", "detail", "errorMessage") != nil else { return nil }
        return error(APICode.serverError.rawValue)
    }
}

extension HTTPHead {
    var isJSON: Bool { contentType.hasPrefix("application/json") }
    /// The body is a page for a browser.
    var isPage: Bool { contentType.hasPrefix("text/html") }
}
