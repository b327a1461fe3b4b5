/// A colour of text.
struct RGB: Hashable, Sendable {
    let red: UInt8
    let green: UInt8
    let blue: UInt8

    init(red: UInt8, green: UInt8, blue: UInt8) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// `#RRGGBB`, `#RGB` or the name of a CSS colour; nil for anything else.
    init?(css text: String) {
        let name = text.lowercased()
        var digits = name.hasPrefix("#") ? String(name.dropFirst()) : Self.names[name] ?? ""
        if digits.count == 3 { digits = digits.map { "\($0)\($0)" }.joined() }
        guard digits.utf8.count == 6, digits.allSatisfy(\.isHexDigit), let value = UInt32(digits, radix: 16) else {
            return nil
        }
        self.init(red: UInt8(value >> 16), green: UInt8(value >> 8 & 255), blue: UInt8(value & 255))
    }

    var hex: String {
        "#"
            + [red, green, blue].map { channel in
                let digits = String(channel, radix: 16)
                return digits.count == 1 ? "0" + digits : digits
            }.joined()
    }

    /// The names of CSS Color Module Level 4, 6.1, that people use for text.
    private static let names = [
        "white": "ffffff", "black": "000000", "red": "ff0000", "green": "008000", "blue": "0000ff",
        "yellow": "ffff00", "orange": "ffa500", "purple": "800080", "pink": "ffc0cb", "brown": "a52a2a",
        "gray": "808080", "grey": "808080", "silver": "c0c0c0", "gold": "ffd700", "cyan": "00ffff",
        "aqua": "00ffff", "magenta": "ff00ff", "fuchsia": "ff00ff", "lime": "00ff00", "navy": "000080",
        "teal": "008080", "olive": "808000", "maroon": "800000", "beige": "f5f5dc", "ivory": "fffff0",
        "coral": "ff7f50", "salmon": "fa8072", "crimson": "dc143c", "tomato": "ff6347", "khaki": "f0e68c",
        "lavender": "e6e6fa", "violet": "ee82ee", "indigo": "4b0082", "turquoise": "40e0d0", "skyblue": "87ceeb",
        "lightblue": "add8e6", "lightgreen": "90ee90", "lightyellow": "ffffe0", "lightgray": "d3d3d3",
        "lightgrey": "d3d3d3", "darkblue": "00008b", "darkgreen": "006400", "darkred": "8b0000",
        "darkgray": "a9a9a9", "darkgrey": "a9a9a9", "darkorange": "ff8c00", "hotpink": "ff69b4",
        "deeppink": "ff1493", "chocolate": "d2691e", "tan": "d2b48c", "plum": "dda0dd", "orchid": "da70d6",
        "royalblue": "4169e1", "steelblue": "4682b4", "forestgreen": "228b22", "seagreen": "2e8b57",
    ]
}
