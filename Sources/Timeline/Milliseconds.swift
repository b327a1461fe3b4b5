/// A time or a length on the timeline, in whole milliseconds, as the wire counts them.
///
///     Milliseconds.seconds(2.5)  // 2500 ms
public struct Milliseconds: RawRepresentable, Hashable, Sendable {
    public var rawValue: Int

    public init(rawValue: Int) {
        self.rawValue = rawValue
    }

    public init(_ milliseconds: Int) {
        self.rawValue = milliseconds
    }

    /// The whole milliseconds nearest to `seconds`. What is beyond 30,000 years is cut there; no number gives zero.
    public static func seconds(_ seconds: Double) -> Milliseconds {
        let limit = 1e15
        return seconds.isNaN ? .zero : Milliseconds(Int(min(max(seconds * 1000, -limit), limit).rounded()))
    }

    public var seconds: Double { Double(rawValue) / 1000 }
}

extension Milliseconds: Codable {
    public init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode(Int.self))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }
}

extension Milliseconds: Comparable {
    public static func < (left: Milliseconds, right: Milliseconds) -> Bool { left.rawValue < right.rawValue }
}

extension Milliseconds: AdditiveArithmetic {
    public static let zero = Milliseconds(0)
    public static func + (left: Milliseconds, right: Milliseconds) -> Milliseconds {
        Milliseconds(left.rawValue + right.rawValue)
    }
    public static func - (left: Milliseconds, right: Milliseconds) -> Milliseconds {
        Milliseconds(left.rawValue - right.rawValue)
    }
}
