import Crypto

/// Names that cannot be guessed, and the digests under which secrets are kept.
enum Identifier {
    /// 128 random bits in lowercase hex.
    static func random() -> String {
        var generator = SystemRandomNumberGenerator()
        let words = [generator.next(), generator.next()] as [UInt64]
        return words.flatMap { word in
            stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: word >> UInt64($0)) }
        }.hex
    }

    /// The SHA-256 of a secret, in lowercase hex: what the store keeps in its place.
    static func digest(of secret: String) -> String {
        SHA256.hash(data: Array(secret.utf8)).hex
    }

    /// A name that a client chose for a turn or an export: it may stand in a path, and it is not endless.
    static func isAcceptable(_ name: String) -> Bool {
        (1...128).contains(name.utf8.count)
            && name.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
                    true
                default: false
                }
            }
    }
}

extension Sequence<UInt8> {
    /// Two lowercase hex digits a byte.
    var hex: String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(underestimatedCount * 2)
        for byte in self {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}
