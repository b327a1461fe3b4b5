internal import Media
internal import Timeline

/// How a transition is drawn: one of few ways, and the numbers that tell one style from another.
enum TransitionRecipe {
    case cut
    case mix
    case add
    /// One picture at a time: out in the first half, in during the second.
    case fade(Blend.Shade)
    case slide
    case reveal
    /// - Parameter shutter: For how many frames the camera's shutter is open; what moves is blurred as far as it comes
    ///   in that time.
    case push(shutter: Double)
    case wipe(WipeMask.Shape)
    case luma(brightFirst: Bool)
    /// - Parameters:
    ///   - out: The enlargement of the outgoing picture at the end.
    ///   - in: That of the incoming picture at the beginning.
    ///   - overlap: The part of the time, in the middle, in which both are seen.
    case zoom(out: Double, in: Double, overlap: Double)
    /// - Parameter reach: How far the blur reaches at its strongest, in parts of the frame's height.
    case blur(reach: Double)
    /// - Parameter block: The side of the largest blocks, in parts of the frame's height.
    case pixelate(block: Double)

    init(_ style: TransitionStyle) {
        switch style {
        case .cut: self = .cut
        case .crossfade: self = .mix
        case .additiveDissolve: self = .add
        case .grainDissolve: self = .wipe(.grain)
        case .fadeThroughBlack: self = .fade(.black)
        case .fadeThroughWhite: self = .fade(.white)
        case .slide: self = .slide
        case .reveal: self = .reveal
        case .push: self = .push(shutter: 0)
        case .wipe: self = .wipe(.edge)
        case .diagonalWipe: self = .wipe(.diagonal)
        case .barnDoors: self = .wipe(.barnDoors)
        case .blinds: self = .wipe(.blinds)
        case .checkerboard: self = .wipe(.checkerboard)
        case .clock: self = .wipe(.clock)
        case .fan: self = .wipe(.fan)
        case .cornerSweep: self = .wipe(.corner)
        case .circle: self = .wipe(.circle)
        case .circleClose: self = .wipe(.shrinkingCircle)
        case .diamond: self = .wipe(.diamond)
        case .box: self = .wipe(.box)
        case .heart: self = .wipe(.heart)
        case .zoomIn: self = .zoom(out: 2, in: 1, overlap: 1)
        case .zoomOut: self = .zoom(out: 1, in: 2, overlap: 1)
        case .crossZoom: self = .zoom(out: 2.5, in: 2.5, overlap: 0.4)
        case .whipPan: self = .push(shutter: 1.5)
        case .blur: self = .blur(reach: 0.04)
        case .pixelate: self = .pixelate(block: 0.1)
        case .lumaBright: self = .luma(brightFirst: true)
        case .lumaDark: self = .luma(brightFirst: false)
        case .clouds: self = .wipe(.clouds)
        }
    }
}
