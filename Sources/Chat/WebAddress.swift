import Foundation

/// Addresses of the web in what a person types.
public enum WebAddress {
    /// The text begins as an address that can be fetched: http or https, and a host.
    public static func isOne(_ text: String) -> Bool { host(of: text) != nil }

    private static func host(of text: String) -> Substring? {
        let lower = text.lowercased()
        guard let scheme = ["https://", "http://"].first(where: lower.hasPrefix) else { return nil }
        let host = text.dropFirst(scheme.count).prefix { !"/?#".contains($0) }
        guard let first = host.first, first.isLetter || first.isNumber || first == "[" else { return nil }
        return host.contains { $0.isWhitespace || "\"'<>\\^`{|}".contains($0) } ? nil : host
    }

    /// The part of an address that names a thing, without what a server is asked besides.
    private static func path(of text: String) -> Substring {
        guard let host = host(of: text) else { return "" }
        return text[host.endIndex...].prefix { $0 != "?" && $0 != "#" }
    }

    /// What a person would call what is there: the last part of the path, else the host.
    static func name(of text: String) -> String {
        let last = path(of: text).split(separator: "/").last.map(String.init)
        return last.map { $0.removingPercentEncoding ?? $0 } ?? host(of: text).map(String.init) ?? text
    }

    /// What can be said of an address without fetching it.
    enum Likelihood {
        /// It ends as the name of a medium does.
        case medium
        /// It says nothing of what it is.
        case unsaid
        /// A page, a host, another kind of file.
        case other
    }

    static func likelihood(of text: String) -> Likelihood {
        let path = path(of: text)
        guard let last = path.split(separator: "/").last, !path.hasSuffix("/") else { return .other }
        let type = MediaName.type(of: String(last))
        if MediaName.isMedia(String(last)) { return .medium }
        // "photo-1506744038136-46273834b3fb" and "v1.2" say nothing; "index.html" does.
        let isEnding = (2...5).contains(type.count) && type.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
        return isEnding && type.contains { $0.isLetter } ? .other : .unsaid
    }
}
