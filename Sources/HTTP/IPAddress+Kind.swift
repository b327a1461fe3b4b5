/// What an address is for, by IANA's registries of special-purpose addresses (RFC 6890 and its updates). An IPv4
/// address that is written as an IPv6 one (::ffff:a.b.c.d) is judged as what it is.
extension IPAddress {
    /// This machine: 127.0.0.0/8, ::1.
    package var isLoopback: Bool { isIn(Self.loopback) }

    /// A network of one's own: RFC 1918, the shared addresses of carriers (RFC 6598), unique local (RFC 4193), and
    /// the site-local ones that came before.
    package var isPrivate: Bool { isIn(Self.privateBlocks) }

    /// One link, without a router: 169.254.0.0/16, where clouds keep their secrets, and fe80::/10.
    package var isLinkLocal: Bool { isIn(Self.linkLocal) }

    package var isMulticast: Bool { isIn(Self.multicast) }

    /// No address at all, or "this network": 0.0.0.0/8, ::.
    package var isUnspecified: Bool { isIn(Self.unspecified) }

    /// For documents and measurements: nobody is there.
    package var isDocumentation: Bool { isIn(Self.documentation) }

    /// An address of the Internet at large, and of nothing else. What a registry calls reachable only in part, or
    /// deprecates, does not count; neither does any IPv6 block that is not given out yet.
    package var isPublic: Bool {
        let address = unmapped
        if address.family == .v6 {
            if Block("64:ff9b::", 96).contains(address) {
                // Translated to IPv4 on the way (RFC 6052): what counts is where it comes out.
                return IPAddress(.v4, address.value & 0xFFFF_FFFF).isPublic
            }
            guard Block("2000::", 3).contains(address) else { return false }
        }
        return !address.isIn(Self.special)
    }

    /// The IPv4 address in an IPv4-mapped one (RFC 4291, 2.5.5.2); itself otherwise.
    package var unmapped: IPAddress {
        isIPv4Mapped ? IPAddress(.v4, value & 0xFFFF_FFFF) : self
    }

    package var isIPv4Mapped: Bool { family == .v6 && value >> 32 == 0xFFFF }

    // MARK: Blocks

    /// All addresses that begin with the same bits.
    private struct Block: Sendable {
        let family: Family
        let prefix: UInt128
        let shift: Int

        init(_ text: StaticString, _ length: Int) {
            guard let address = IPAddress("\(text)") else { preconditionFailure("\(text) is no address") }
            family = address.family
            shift = (family == .v4 ? 32 : 128) - length
            prefix = address.value >> shift
        }

        func contains(_ address: IPAddress) -> Bool {
            address.family == family && address.value >> shift == prefix
        }
    }

    private func isIn(_ blocks: [Block]) -> Bool {
        let address = unmapped
        return blocks.contains { $0.contains(address) }
    }

    private static let loopback = [Block("127.0.0.0", 8), Block("::1", 128)]
    private static let linkLocal = [Block("169.254.0.0", 16), Block("fe80::", 10)]
    private static let multicast = [Block("224.0.0.0", 4), Block("ff00::", 8)]
    private static let unspecified = [Block("0.0.0.0", 8), Block("::", 128)]
    private static let privateBlocks = [
        Block("10.0.0.0", 8), Block("172.16.0.0", 12), Block("192.168.0.0", 16), Block("100.64.0.0", 10),
        Block("fc00::", 7), Block("fec0::", 10),
    ]
    private static let documentation = [
        Block("192.0.2.0", 24), Block("198.51.100.0", 24), Block("203.0.113.0", 24), Block("198.18.0.0", 15),
        Block("2001:db8::", 32), Block("3fff::", 20),
    ]
    private static let special =
        loopback + linkLocal + multicast + unspecified + privateBlocks + documentation + [
            // Protocol assignments; 6to4 relays; reserved, broadcast among them.
            Block("192.0.0.0", 24), Block("192.88.99.0", 24), Block("240.0.0.0", 4),
            // Protocol assignments, Teredo among them; 6to4, which holds any IPv4 address.
            Block("2001::", 23), Block("2002::", 16),
        ]
}
