/// A request as a value.
struct HTTPRequest: Sendable {
    enum Method: String, Sendable {
        case get = "GET"
        case post = "POST"
        case delete = "DELETE"
    }

    enum Body: Sendable {
        case none
        case bytes([UInt8], type: String)
        /// A form with one file, streamed from the disk.
        case form(field: String, file: UploadFile)
    }

    struct Header: Sendable {
        var name: String
        var value: String
    }

    struct Timeouts: Sendable {
        /// To have a connection, TLS included.
        var connect: Duration = .seconds(15)
        /// Without a single byte in either direction.
        var stall: Duration = .seconds(60)
        /// For the whole of it; nil: as long as it takes.
        var total: Duration?
    }

    var method: Method
    var url: WebURL
    /// The Unix socket to connect to, whatever host the URL names.
    var socketPath: String?
    var headers: [Header] = []
    /// Headers for the origin of `url` alone: a redirect to another one leaves them behind.
    var confidentialHeaders: [Header] = []
    var body = Body.none
    var timeouts = Timeouts()
    /// It must reach the studio once at most. On a kept connection that has died libcurl sends a request again, which
    /// a new connection rules out.
    var atMostOnce = false
    /// Told how many bytes of the body are sent, on the transport's thread.
    var onSent: (@Sendable (UploadProgress) -> Void)?

    init(_ method: Method, _ url: WebURL) {
        self.method = method
        self.url = url
    }
}
