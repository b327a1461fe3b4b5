import HTTPTypes
import Hummingbird
import NIOCore

/// The replies to a browser.
enum ClaimReply {
    /// Who may keep a reply.
    enum Caching: String {
        /// Nobody: it is of this moment.
        case none = "no-store"
        /// The browser that asked, for a day: what is at this address never changes.
        case browser = "private, max-age=86400, immutable"
        /// Anybody: it is the same for all, and its address names its content.
        case shared = "public, max-age=86400"
    }

    /// Nothing runs, nothing is sent, nothing comes from anywhere else, and no other page has this one within it or
    /// learns of its address.
    private static let closing: [(name: String, value: String)] = [
        (
            "Content-Security-Policy",
            "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'self'; base-uri 'none'; "
                + "form-action 'none'; frame-ancestors 'none'"
        ),
        ("Referrer-Policy", "no-referrer"),
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "DENY"),
        ("X-Robots-Tag", "noindex"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
    ]

    static func page(_ html: HTML, status: HTTPResponse.Status = .ok) -> Response {
        response(html.markup, type: "text/html; charset=utf-8", caching: .none, status: status)
    }

    static func response(
        _ text: String,
        type: String,
        caching: Caching,
        status: HTTPResponse.Status = .ok
    ) -> Response {
        response(ByteBuffer(string: text), type: type, caching: caching, status: status)
    }

    static func response(
        _ body: ByteBuffer,
        type: String,
        caching: Caching,
        status: HTTPResponse.Status = .ok
    ) -> Response {
        closed(
            Response(
                status: status,
                headers: [.contentType: type, .cacheControl: caching.rawValue],
                body: ResponseBody(byteBuffer: body)
            )
        )
    }

    /// The reply with the headers that all replies to a browser have.
    static func closed(_ response: Response) -> Response {
        var response = response
        for header in closing {
            if let name = HTTPField.Name(header.name) { response.headers[name] = header.value }
        }
        return response
    }
}
