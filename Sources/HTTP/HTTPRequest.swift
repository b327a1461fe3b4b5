/// A request as a value.
package struct HTTPRequest: Sendable {
    package enum Method: String, Sendable {
        case get = "GET"
        case post = "POST"
        case delete = "DELETE"
    }

    package enum Body: Sendable {
        case none
        case bytes([UInt8], type: String)
        /// A form with one file, streamed from its source.
        case form(field: String, file: any BodySource)
    }

    package struct Header: Sendable {
        package var name: String
        package var value: String

        package init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    package struct Timeouts: Sendable {
        /// To have a connection, TLS included.
        package var connect: Duration
        /// Without a single byte in either direction; nil: whoever reads the body watches that.
        package var stall: Duration?
        /// For the whole of it; nil: as long as it takes.
        package var total: Duration?

        package init(connect: Duration = .seconds(15), stall: Duration? = .seconds(60), total: Duration? = nil) {
            self.connect = connect
            self.stall = stall
            self.total = total
        }
    }

    package var method: Method
    package var url: WebURL
    /// The Unix socket to connect to, whatever host the URL names.
    package var socketPath: String?
    package var headers: [Header] = []
    /// Headers for the origin of `url` alone: a redirect to another one leaves them behind.
    package var confidentialHeaders: [Header] = []
    package var body = Body.none
    package var timeouts = Timeouts()
    /// It must reach the server once at most. On a kept connection that has died libcurl sends a request again, which
    /// a new connection rules out.
    package var atMostOnce = false
    /// Asked, on the transport's thread, for each address a connection is about to be made to, here and after every
    /// redirect; one that it refuses is not connected to. No proxy stands in between then, whatever the environment
    /// says, and no connection is shared with other requests.
    package var allows: (@Sendable (IPAddress) -> Bool)?
    /// Told how many bytes of the form's file are sent, on the transport's thread.
    package var onSent: (@Sendable (Int) -> Void)?

    package init(_ method: Method, _ url: WebURL) {
        self.method = method
        self.url = url
    }
}

extension HTTPRequest {
    /// Who is asked, for a person; nil over a Unix socket.
    var host: String? { socketPath == nil ? url.host : nil }
}
