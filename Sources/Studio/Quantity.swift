/// Sizes and lengths of time as people write them.
public enum Quantity {
    /// The bytes of "200MB", "5 GiB" or "4096"; nil when it is none, or too many to count.
    ///
    /// kB, MB, GB and TB are powers of 1000, KiB, MiB, GiB and TiB of 1024 (IEC 80000-13).
    public static func bytes(_ text: String) -> Int? {
        number(text) { unit in
            switch unit {
            case "", "b": 1
            case "kb", "k": 1000
            case "mb", "m": 1_000_000
            case "gb", "g": 1_000_000_000
            case "tb", "t": 1_000_000_000_000
            case "kib": 1 << 10
            case "mib": 1 << 20
            case "gib": 1 << 30
            case "tib": 1 << 40
            default: nil
            }
        }
    }

    /// The seconds of "90s", "30m", "12h" or "7d"; a number alone is in seconds. Nil when it is none.
    public static func seconds(_ text: String) -> Int? {
        number(text) { unit in
            switch unit {
            case "", "s", "sec": 1
            case "m", "min": 60
            case "h": 3600
            case "d": 24 * 3600
            case "w": 7 * 24 * 3600
            default: nil
            }
        }
    }

    /// "200MB", by the largest unit that goes into it a whole number of times.
    public static func words(bytes: Int) -> String {
        words(
            bytes,
            [
                ("TiB", 1 << 40), ("GiB", 1 << 30), ("MiB", 1 << 20), ("TB", 1_000_000_000_000), ("GB", 1_000_000_000),
                ("MB", 1_000_000), ("KiB", 1 << 10), ("kB", 1000),
            ],
            smallest: "B"
        )
    }

    /// "7d", by the largest unit that goes into it a whole number of times.
    public static func words(seconds: Int) -> String {
        words(seconds, [("d", 24 * 3600), ("h", 3600), ("m", 60)], smallest: "s")
    }

    private static func words(_ value: Int, _ units: [(name: String, size: Int)], smallest: String) -> String {
        for unit in units where value >= unit.size && value.isMultiple(of: unit.size) {
            return "\(value / unit.size)\(unit.name)"
        }
        return "\(value)\(smallest)"
    }

    private static func number(_ text: String, unit: (String) -> Int?) -> Int? {
        let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
        let name = text.dropFirst(digits.count).trimmingSpaces.lowercased()
        guard let size = unit(name) else { return nil }
        if let whole = Int(digits) {
            let (value, overflow) = whole.multipliedReportingOverflow(by: size)
            return overflow ? nil : value
        }
        // "1.5GB"; a part of a byte or of a second is not one.
        guard digits.first != ".", digits.last != ".", let value = Double(digits) else { return nil }
        let product = value * Double(size)
        return product < 0x1p53 && product == product.rounded() ? Int(product) : nil
    }
}
