import CCurl

/// A URL, taken apart by the very parser that libcurl connects with, so that what was checked is what is used.
package struct WebURL: Hashable, Sendable {
    /// In full, normalized.
    package let text: String
    package let scheme: String
    /// In lowercase; an IPv6 address in brackets.
    package let host: String
    package let port: Int

    /// Scheme, host and port: "https://studio.example", the port only where it is not the scheme's own.
    package var origin: String {
        let usual = scheme == "https" ? 443 : 80
        return "\(scheme)://\(host)" + (port == usual ? "" : ":\(port)")
    }

    /// The host is this machine.
    package var isLoopback: Bool {
        // RFC 6761 keeps localhost and all below it for loopback; 127.0.0.0/8 is loopback as a whole.
        if host == "localhost" || host.hasSuffix(".localhost") || host == "[::1]" { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }

    /// nil for what is no http or https URL, or carries a user name.
    package init?(_ text: String) {
        self.init(text, relativeTo: nil)
    }

    /// The URL a redirect names: absolute, or relative to the one that was asked for.
    package func resolving(_ location: String) -> WebURL? {
        WebURL(location, relativeTo: self.text)
    }

    private init?(_ text: String, relativeTo base: String?) {
        // A control character in a URL is never meant well.
        guard !text.isEmpty, text.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else { return nil }
        let parts = URLParts()
        if let base, !parts.set(CURLUPART_URL, base) { return nil }
        guard parts.set(CURLUPART_URL, text),
            let scheme = parts[CURLUPART_SCHEME], scheme == "http" || scheme == "https",
            let host = parts[CURLUPART_HOST], !host.isEmpty,
            parts[CURLUPART_USER] == nil, parts[CURLUPART_PASSWORD] == nil,
            let port = parts[CURLUPART_PORT].flatMap({ Int($0) }),
            let whole = parts.whole
        else { return nil }
        self.text = whole
        self.scheme = scheme
        self.host = host.lowercased()
        self.port = port
    }
}

/// A `CURLU` handle.
private final class URLParts {
    private let handle = curl_url()

    deinit { curl_url_cleanup(handle) }

    func set(_ part: CURLUPart, _ text: String) -> Bool {
        curl_url_set(handle, part, text, 0) == CURLUE_OK
    }

    subscript(part: CURLUPart) -> String? {
        read(part, flags: UInt32(CURLU_DEFAULT_PORT))
    }

    /// Without the scheme's own port, as a Host header wants it.
    var whole: String? { read(CURLUPART_URL, flags: UInt32(CURLU_NO_DEFAULT_PORT)) }

    private func read(_ part: CURLUPart, flags: UInt32) -> String? {
        var text: UnsafeMutablePointer<CChar>?
        guard curl_url_get(handle, part, &text, flags) == CURLUE_OK, let text else { return nil }
        defer { curl_free(text) }
        return String(cString: text)
    }
}
