/// The kind of change from one segment to the next.
public enum TransitionStyle: String, Codable, Hashable, Sendable, CaseIterable {
    case cut

    case crossfade
    /// Both pictures at once in the middle, their light added.
    case additiveDissolve = "additive-dissolve"
    /// Small grains of the incoming picture appear all over the frame.
    case grainDissolve = "grain-dissolve"

    /// Out to black, then in from black.
    case fadeThroughBlack = "fade-through-black"
    case fadeThroughWhite = "fade-through-white"

    /// The incoming picture slides over the outgoing one, which stands still.
    case slide
    /// The outgoing picture slides away; the incoming one stands behind it.
    case reveal
    /// The incoming picture pushes the outgoing one out.
    case push

    /// An edge moves across; the incoming picture shows behind it.
    case wipe
    case diagonalWipe = "diagonal-wipe"
    /// The frame opens from its middle line.
    case barnDoors = "barn-doors"
    case blinds
    case checkerboard

    /// A hand sweeps round the middle.
    case clock
    /// Two hands open like a fan.
    case fan
    /// A hand sweeps round the lower left corner.
    case cornerSweep = "corner-sweep"

    /// The incoming picture shows in a circle that grows.
    case circle
    /// The outgoing picture goes in a circle that shrinks.
    case circleClose = "circle-close"
    case diamond
    case box
    case heart

    /// The outgoing picture comes closer and dissolves.
    case zoomIn = "zoom-in"
    /// The incoming picture appears close and goes back to its place.
    case zoomOut = "zoom-out"
    /// Into the outgoing picture and out of the incoming one.
    case crossZoom = "cross-zoom"

    /// The camera is torn round from one picture to the other, blurred by its speed.
    case whipPan = "whip-pan"

    /// Out of focus and back.
    case blur
    case pixelate

    /// What is bright in the incoming picture shows first.
    case lumaBright = "luma-bright"
    /// What is dark in the incoming picture shows first.
    case lumaDark = "luma-dark"
    /// The incoming picture shows through a drifting pattern of clouds.
    case clouds
}

/// Transitions of one kind, as the field sorts them.
public enum TransitionFamily: String, Hashable, Sendable, CaseIterable {
    case dissolve, fade, slide, push, wipe, clock, circle, zoom, whip, blur, luma
}

extension TransitionStyle {
    /// Nil for the cut, which is no transition.
    public var family: TransitionFamily? {
        switch self {
        case .cut: nil
        case .crossfade, .additiveDissolve, .grainDissolve: .dissolve
        case .fadeThroughBlack, .fadeThroughWhite: .fade
        case .slide, .reveal: .slide
        case .push: .push
        case .wipe, .diagonalWipe, .barnDoors, .blinds, .checkerboard: .wipe
        case .clock, .fan, .cornerSweep: .clock
        case .circle, .circleClose, .diamond, .box, .heart: .circle
        case .zoomIn, .zoomOut, .crossZoom: .zoom
        case .whipPan: .whip
        case .blur, .pixelate: .blur
        case .lumaBright, .lumaDark, .clouds: .luma
        }
    }

    /// Whether ``Transition/direction`` makes a difference.
    public var hasDirection: Bool {
        switch self {
        case .slide, .reveal, .push, .wipe, .diagonalWipe, .barnDoors, .blinds, .whipPan: true
        default: false
        }
    }

    /// How its speed runs where the person has not said.
    public var usualEasing: Easing {
        switch family {
        case .dissolve, .fade, nil: .linear
        default: .easeInOut
        }
    }

    public var usualDuration: Milliseconds {
        switch self {
        case .cut: .zero
        // A slow one is no whip.
        case .whipPan: Milliseconds(500)
        default: Milliseconds(1000)
        }
    }
}
