import HTTP

/// Where a client is, as far as tokens are counted by it.
enum ClientAddress {
    /// The address that made the call: that of the connection, or, when the connection is a trusted proxy's, the last
    /// one in X-Forwarded-For that no trusted proxy has. What stands before it anybody could have written there.
    ///
    /// - Parameters:
    ///   - connection: nil on a Unix socket.
    ///   - forwarded: The header's value, several joined by commas; empty without one.
    static func origin(connection: String?, forwarded: String, trusted: Set<IPAddress>) -> IPAddress? {
        guard let proxy = connection.flatMap(address) else { return nil }
        guard trusted.contains(proxy) else { return proxy }
        for part in forwarded.split(separator: ",").reversed() {
            // What is no address is nobody's in particular: it counts for the proxy.
            guard let client = address(String(part)) else { return proxy }
            if !trusted.contains(client) { return client }
        }
        return proxy
    }

    /// What tokens are counted by: an IPv4 address as it is, of an IPv6 address the network of 64 bits, which is what
    /// one household has at least (RFC 6177).
    static func household(of address: IPAddress) -> String {
        let address = address.unmapped
        guard address.family == .v6 else { return address.description }
        return IPAddress(.v6, (address.value >> 64) << 64).description + "/64"
    }

    /// The address in "192.0.2.1", "192.0.2.1:443", "2001:db8::1", "[2001:db8::1]:443" or "fe80::1%eth0".
    static func address(_ text: String) -> IPAddress? {
        var text = Substring(text).trimmingSpaces[...]
        if text.first == "[" {
            text = text.dropFirst().prefix { $0 != "]" }
        } else if text.count(where: { $0 == ":" }) == 1 {
            text = text.prefix { $0 != ":" }
        }
        return IPAddress(String(text.prefix { $0 != "%" }))?.unmapped
    }
}
