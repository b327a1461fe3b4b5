import HTTP

/// To which addresses a studio connects when it fetches a link: those of the Internet at large, and what its owner
/// allows beside them. Links come from strangers, and the studio stands where they cannot reach.
public struct LinkRule: Hashable, Sendable {
    private var addresses: Set<IPAddress> = []
    private var allowsPrivate = false

    /// The Internet alone.
    public init() {}

    /// - Parameter allowed: Addresses, and "private" for this machine and the private networks around it.
    /// - Returns: nil when one of them is neither.
    public init?(allowing allowed: [String]) {
        for text in allowed {
            if text == "private" {
                allowsPrivate = true
            } else if let address = IPAddress(text)?.unmapped {
                addresses.insert(address)
            } else {
                return nil
            }
        }
    }

    func allows(_ address: IPAddress) -> Bool {
        let address = address.unmapped
        return address.isPublic || addresses.contains(address)
            || (allowsPrivate && (address.isPrivate || address.isLoopback))
    }
}
