import ArgumentParser
import Studio

/// A size on the command line: "200MB", "5GiB".
struct ByteCount: CustomStringConvertible {
    var bytes: Int

    init(_ bytes: Int) {
        self.bytes = bytes
    }

    static func parse(_ text: String) throws -> ByteCount {
        guard let bytes = Quantity.bytes(text), bytes > 0 else {
            throw ValidationError("A size is written as 200MB or 5GiB.")
        }
        return ByteCount(bytes)
    }

    var description: String { Quantity.words(bytes: bytes) }
}

/// A length of time on the command line: "7d", "90s".
struct TimeLength: CustomStringConvertible {
    var seconds: Int

    /// A hundred years: times in milliseconds stay far from where numbers end.
    private static let longest = 36_525 * 24 * 3600

    init(_ seconds: Int) {
        self.seconds = seconds
    }

    static func parse(_ text: String) throws -> TimeLength {
        guard let seconds = Quantity.seconds(text), (1...longest).contains(seconds) else {
            throw ValidationError("A time is written as 90s, 30m, 12h or 7d.")
        }
        return TimeLength(seconds)
    }

    var description: String { Quantity.words(seconds: seconds) }
}

/// A number of things on the command line, of which there is one at least.
struct Number: CustomStringConvertible {
    var value: Int

    init(_ value: Int) {
        self.value = value
    }

    static func parse(_ text: String) throws -> Number {
        guard let value = Int(text), (1...1_000_000_000).contains(value) else {
            throw ValidationError("It is a whole number from 1.")
        }
        return Number(value)
    }

    var description: String { String(value) }
}

// What is parsed by a function of its own has its default value told by its help.

extension Option where Value == ByteCount {
    init(wrappedValue: ByteCount, size help: String) {
        let help = ArgumentHelp("\(help) (default: \(wrappedValue))", valueName: "size")
        self.init(wrappedValue: wrappedValue, help: help, transform: ByteCount.parse)
    }
}

extension Option where Value == TimeLength {
    init(wrappedValue: TimeLength, time help: String) {
        let help = ArgumentHelp("\(help) (default: \(wrappedValue))", valueName: "time")
        self.init(wrappedValue: wrappedValue, help: help, transform: TimeLength.parse)
    }
}

extension Option where Value == Number {
    init(wrappedValue: Number, number help: String) {
        let help = ArgumentHelp("\(help) (default: \(wrappedValue))", valueName: "number")
        self.init(wrappedValue: wrappedValue, help: help, transform: Number.parse)
    }
}
