/// The form of every JSON reply: a code, words for the person where it is not 0, and the data.
public struct Envelope<Payload: Codable & Sendable>: Codable, Sendable {
    public var code: APICode
    public var message: String?
    public var data: Payload?

    public init(code: APICode = .success, message: String? = nil, data: Payload? = nil) {
        self.code = code
        self.message = message
        self.data = data
    }
}
