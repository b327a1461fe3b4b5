/// A point of a picture, in parts of its width and height from its top left corner as it is seen.
public struct UnitPoint: Codable, Hashable, Sendable {
    public var x: Double
    public var y: Double

    public init(x: Double, y: Double) {
        self.x = x
        self.y = y
    }

    /// Where to look when nothing is known of the picture.
    public static let middle = UnitPoint(x: 0.5, y: 0.5)
}

/// A part of a picture, in parts of its width and height from its top left corner as it is seen.
public struct UnitRect: Codable, Hashable, Sendable {
    public var x: Double
    public var y: Double
    public var width: Double
    public var height: Double

    public init(x: Double, y: Double, width: Double, height: Double) {
        self.x = x
        self.y = y
        self.width = width
        self.height = height
    }

    public var middle: UnitPoint { UnitPoint(x: x + width / 2, y: y + height / 2) }
}

/// What a photo is of, as far as it could be seen: what shall stay in the frame while the camera moves.
public struct Subject: Codable, Hashable, Sendable {
    /// The faces, the largest first; empty when there are none, or none were looked for.
    public var faces: [UnitRect]
    /// Where the eye goes: the middle of the faces where there are any, else the part that stands out most.
    public var focus: UnitPoint

    public init(faces: [UnitRect] = [], focus: UnitPoint = .middle) {
        self.faces = faces
        self.focus = focus
    }

    /// How far around a point its subject may reach, in parts of the picture.
    public static let reach = 0.06
    /// How much air is left beside, above and below faces, in parts of the largest one: what is found of a face goes
    /// from its brows to its chin.
    public static let air = (beside: 0.3, above: 0.7, below: 0.4)

    /// Every part of it lies within the picture, but for what rounding makes of it.
    public var isWithinPicture: Bool {
        let unit = -0.001...1.001
        return unit.contains(focus.x) && unit.contains(focus.y)
            && faces.allSatisfy { face in
                face.width >= 0 && face.height >= 0
                    && [face.x, face.y, face.x + face.width, face.y + face.height].allSatisfy(unit.contains)
            }
    }

    /// The smallest part of the picture that holds all faces; nil when there are none.
    public var faceBounds: UnitRect? {
        guard let first = faces.first else { return nil }
        var (left, top, right, bottom) = (first.x, first.y, first.x + first.width, first.y + first.height)
        for face in faces.dropFirst() {
            left = min(left, face.x)
            top = min(top, face.y)
            right = max(right, face.x + face.width)
            bottom = max(bottom, face.y + face.height)
        }
        return UnitRect(x: left, y: top, width: right - left, height: bottom - top)
    }
}
