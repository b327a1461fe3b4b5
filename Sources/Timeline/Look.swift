/// A look with a name of its own.
public enum Filter: String, Codable, Hashable, Sendable, CaseIterable {
    case blackAndWhite = "black-and-white"
    case sepia, warm, cool, vintage, vivid, faded
}

/// What can be more or less of.
public enum Adjustment: String, Codable, Hashable, Sendable, CaseIterable {
    case brightness, contrast, saturation
    /// Toward orange, or toward blue.
    case warmth
    /// How dark the frame's corners are.
    case vignette

    /// In percent of the most that can be; 0 is the picture as it is.
    public var range: ClosedRange<Int> { self == .vignette ? 0...100 : -100...100 }
}

/// How the colours of a picture are changed: first the adjustments, then the filter, then the person's own table.
public struct Look: Codable, Hashable, Sendable {
    /// A table of colours that the person has given, a .cube file.
    public struct Table: Codable, Hashable, Sendable {
        public var media: MediaID
        public var name: String
        /// How much of its change is made, in percent. Nil is all of it, which is how it was stored at first.
        private var storedStrength: Int?

        public var strength: Int {
            get { storedStrength ?? 100 }
            set { storedStrength = newValue == 100 ? nil : newValue }
        }

        private enum CodingKeys: String, CodingKey {
            case media, name
            case storedStrength = "strength"
        }

        public init(media: MediaID, name: String, strength: Int = 100) {
            self.media = media
            self.name = name
            self.strength = strength
        }
    }

    public var filter: Filter?
    public var table: Table?
    private var brightness = 0
    private var contrast = 0
    private var saturation = 0
    private var warmth = 0
    private var vignette = 0

    /// The picture as it is.
    public static let plain = Look()

    public init(_ filter: Filter? = nil, _ adjustments: [Adjustment: Int] = [:], table: Table? = nil) {
        self.filter = filter
        self.table = table
        for (adjustment, percent) in adjustments { self[adjustment] = percent }
    }

    /// In percent, within the adjustment's range.
    public subscript(adjustment: Adjustment) -> Int {
        get { self[keyPath: Look.path(adjustment)] }
        set { self[keyPath: Look.path(adjustment)] = newValue }
    }

    private static func path(_ adjustment: Adjustment) -> WritableKeyPath<Look, Int> {
        switch adjustment {
        case .brightness: \.brightness
        case .contrast: \.contrast
        case .saturation: \.saturation
        case .warmth: \.warmth
        case .vignette: \.vignette
        }
    }
}
