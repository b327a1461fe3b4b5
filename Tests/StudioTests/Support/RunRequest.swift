/// The body of a message to the agent.
struct RunRequest: Encodable {
    struct Message: Encodable {
        struct Part: Encodable {
            var text: String
        }
        var parts: [Part]
    }

    var appName: String
    var userID: String
    var sessionID: String
    var newMessage: Message
    /// Text is sent in pieces as it is made.
    var streaming: Bool?

    init(session: String, text: String, streaming: Bool? = nil) {
        self.appName = "nemo_agent"
        self.userID = "me"
        self.sessionID = session
        self.newMessage = Message(parts: [Message.Part(text: text)])
        self.streaming = streaming
    }

    enum CodingKeys: String, CodingKey {
        case appName = "app_name"
        case userID = "user_id"
        case sessionID = "session_id"
        case newMessage = "new_message"
        case streaming
    }
}
