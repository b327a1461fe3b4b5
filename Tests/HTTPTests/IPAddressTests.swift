import Testing

@testable import HTTP

@Suite struct IPAddressTests {
    private func address(_ text: String) throws -> IPAddress { try #require(IPAddress(text), "\(text)") }

    @Test(arguments: [
        "1.1.1.1", "8.8.8.8", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "172.15.255.255",
        "172.32.0.0", "192.167.255.255", "192.169.0.0", "223.255.255.255", "2606:4700:4700::1111", "2a00::1",
        "2001:200::1", "3ffe::1", "::ffff:8.8.8.8", "64:ff9b::8.8.8.8",
    ])
    func anAddressOfTheInternetIsPublic(_ text: String) throws {
        #expect(try address(text).isPublic)
    }

    @Test(arguments: [
        "0.0.0.0", "0.1.2.3", "10.0.0.1", "100.64.0.1", "100.127.255.255", "127.0.0.1", "127.255.255.255",
        "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.1", "192.0.2.1", "192.88.99.1", "192.168.1.1",
        "198.18.0.1", "198.19.255.255", "198.51.100.1", "203.0.113.1", "224.0.0.1", "239.255.255.255", "240.0.0.1",
        "255.255.255.255", "::", "::1", "::7f00:1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:169.254.169.254",
        "64:ff9b::10.0.0.1", "64:ff9b::7f00:1", "64:ff9b:1::1", "100::1", "2001::1", "2001:db8::1", "2002:7f00:1::1",
        "3fff::1", "5f00::1", "fc00::1", "fd12:3456::1", "fe80::1", "fec0::1", "ff02::1",
    ])
    func everythingElseIsNot(_ text: String) throws {
        #expect(try !address(text).isPublic)
    }

    @Test func anAddressIsOfItsKind() throws {
        #expect(try address("127.8.9.10").isLoopback && address("::1").isLoopback && !address("::2").isLoopback)
        #expect(try address("::ffff:127.0.0.1").isLoopback && address("::ffff:127.0.0.1").isIPv4Mapped)
        for text in ["10.1.2.3", "172.20.0.1", "192.168.0.1", "100.100.0.1", "fd00::1", "::ffff:10.0.0.1"] {
            #expect(try address(text).isPrivate, "\(text)")
        }
        #expect(try address("169.254.169.254").isLinkLocal && address("febf::1").isLinkLocal)
        #expect(try address("224.0.0.251").isMulticast && address("ff05::2").isMulticast)
        #expect(try address("0.0.0.0").isUnspecified && address("::").isUnspecified)
        #expect(try address("203.0.113.9").isDocumentation && address("2001:db8::9").isDocumentation)
        #expect(try !address("8.8.8.8").isPrivate && !address("8.8.8.8").isIPv4Mapped)
    }

    @Test(arguments: ["192.0.2.1", "0.0.0.0", "255.255.255.255", "::", "2001:db8::1", "::ffff:192.0.2.1"])
    func itIsWrittenAsItIsRead(_ text: String) throws {
        let address = try address(text)
        #expect("\(address)" == text)
        #expect(IPAddress(address.bytes) == address)
    }

    @Test(arguments: ["", "1.2.3", "1.2.3.4.5", "256.1.1.1", "0x7f.1", "::g", "[::1]", "1.2.3.4 ", "localhost"])
    func whatIsNoAddressIsNone(_ text: String) {
        #expect(IPAddress(text) == nil)
    }
}
