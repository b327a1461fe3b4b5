import Timeline

/// How the camera moves over the photos, and how they fill the frame.
extension Clause {
    static let strongMotion = 0.2
    static let gentleMotion = 0.06

    mutating func readMotion(into wishes: inout [Wish]) {
        let cameras = indices { if case .camera = $0 { true } else { false } }
        let isKeptStill = contains(.still) && contains(.verb(.keep))
        guard !cameras.isEmpty || contains(.noun(.motion)) || isKeptStill else { return }
        // What can be done with faces here is to look at them, or to keep them in view.
        let isAboutSubject = cameras.allSatisfy { tokens[$0].concept == .camera(.subject) } && !cameras.isEmpty
        guard !isAboutSubject || contains(.verb(.keep)) else { return }
        let isStill = contains(.camera(.still)) || isKeptStill || isRemoving || take(.verb(.stop))
        if isStill, isRemoving { takeRemoval() }
        let hasNoun = take(.noun(.motion))
        var changes: [MotionChange] = []
        // "Slower zoom", "less panning": the moves are what they are.
        let isComparison = says(anyOf: Clause.comparisons) && photos == nil && !says(where: Clause.isDirected)
        let strength = takeStrength()
        if isStill {
            takeAll(.camera(.still), .camera(.zoomIn), .camera(.zoomOut), .camera(.zoom), .camera(.pan))
            changes = [.move(.none, strength: nil)]
        } else if isComparison, let strength {
            takeAll(.camera(.zoom), .camera(.pan))
            changes = [.strength(strength)]
        } else if let move = takeMove() {
            changes = [.move(move, strength: strength.map { $0 > 1 ? Clause.strongMotion : Clause.gentleMotion })]
        } else if let strength {
            changes = [.strength(strength)]
        }
        let isFocused = take(.camera(.focus))
        if take(.camera(.subject)) {
            takeAll(.camera(.subject), .noun(.motion))
            changes.append(.subject)
        } else if isFocused || changes.contains(where: Clause.isZoom), let focus = takeFocus() {
            changes.append(focus)
        }
        if changes.isEmpty, hasNoun { changes = [.chosen] }
        guard !changes.isEmpty else { return }
        takeVerbs(.keep)
        let photos = takeMeantPhotos()
        takeLightVerbs()
        if !isMaking { takeAll(.noun(.photo), .noun(.clip), .each, .same, .it, .always) }
        wishes += changes.map { .motion(photos, $0) }
    }

    private static let comparisons: [Concept] = [
        .verb(.slower), .verb(.faster), .degree(.less), .degree(.more), .degree(.stronger), .degree(.bigger),
        .degree(.smaller),
    ]

    /// It says which way the camera goes.
    private static func isDirected(_ concept: Concept) -> Bool {
        switch concept {
        case .camera(.zoomIn), .camera(.zoomOut), .camera(.move), .direction: true
        default: false
        }
    }

    private static func isZoom(_ change: MotionChange) -> Bool {
        switch change {
        case .move(.zoomIn, _), .move(.zoomOut, _): true
        default: false
        }
    }

    private mutating func takeMove() -> Move? {
        if let move = takeFirst({ if case .camera(.move(let move)) = $0 { move } else { nil } }) {
            takeAll(.camera(.pan))
            return move
        }
        if take(.camera(.zoomIn)) || take(.camera(.zoom)) {
            takeAll(.camera(.zoomIn), .camera(.zoom))
            return .zoomIn
        }
        if take(.camera(.zoomOut)) { return .zoomOut }
        guard take(.camera(.pan)) else { return nil }
        let direction = takeFirst { if case .direction(let direction) = $0 { direction } else { nil } }
        switch direction {
        case .left: return .panLeft
        case .up: return .panUp
        case .down: return .panDown
        case .right: return .panRight
        case nil: break
        }
        // "Pan from the left to the right": where to counts.
        let places: [(Place, Move)] = [(.left, .panLeft), (.right, .panRight), (.top, .panUp), (.bottom, .panDown)]
        let said = places.compactMap { place, move in index(of: .place(place)).map { (at: $0, move: move) } }
        for (at, _) in said { use(at) }
        return said.max { $0.at < $1.at }?.move ?? .panRight
    }

    /// Above 1 is stronger than before.
    private mutating func takeStrength() -> Double? {
        let isLess = take(.degree(.less)) || take(.degree(.gentler)) || take(.verb(.slower)) || take(.degree(.smaller))
        if isLess { return 1 / 1.5 }
        let isMore = take(.degree(.stronger)) || take(.verb(.faster)) || take(.degree(.more)) || take(.degree(.bigger))
        return isMore ? 1.5 : nil
    }

    private mutating func takeFocus() -> MotionChange? {
        // 中间 is the middle, where there are no two things that it could be between.
        guard let position = takePosition() ?? (take(.link(.between)) ? .center : nil) else { return nil }
        let name = position.rawValue
        let x = name.contains("left") ? 0.25 : name.contains("right") ? 0.75 : 0.5
        let y = name.contains("top") ? 0.25 : name.contains("bottom") ? 0.75 : 0.5
        return .focus(x: x, y: y)
    }

    /// The photos that are named, those that "it" means, or all.
    mutating func takeMeantPhotos() -> PhotoReference {
        if let kept = takeException() { return kept }
        if let photos = takeAnyPhotos() { return photos }
        if contains(.it) || contains(.same), let earlierPhotos { return earlierPhotos }
        return carriedPhotos ?? .all
    }

    mutating func readFit(into wishes: inout [Wish]) {
        guard let fit = takeFirst({ if case .fit(let fit) = $0 { fit } else { nil } }) else { return }
        // "Crop photo 2 to fill": one wish in two words, the first counts.
        takeAll(.fit(.fill), .fit(.blur), .fit(.auto), .camera(.subject))
        let photos = takeMeantPhotos()
        takeLightVerbs()
        if !isMaking { takeAll(.noun(.photo), .noun(.clip), .each, .noun(.background), .it) }
        wishes.append(.fit(photos, fit))
    }
}
