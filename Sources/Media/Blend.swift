public import Timeline

/// Mixes of frames of the same size, in place. Weights run from 0 (nothing of the incoming) to 256 (only the incoming).
public enum Blend {
    /// Crossfade: mixes `incoming` into `base`.
    public static func mix(_ incoming: Frame, into base: Frame, weight: Int) { fatalError() }
    /// Darkens the frame: 256 leaves it, 0 is black.
    public static func fade(_ base: Frame, brightness: Int) { fatalError() }
    /// Puts `incoming` over `base`, pushed in toward `direction`; `progress` 0…1, already eased, of a sub-pixel precision.
    public static func slide(_ incoming: Frame, over base: Frame, direction: Direction, progress: Double) { fatalError() }
    /// A soft edge moves toward `direction`; `incoming` shows behind it. 0: all base, 1: all incoming.
    /// - Parameter softness: The width of the edge in parts of the frame's side along the move.
    public static func wipe(_ incoming: Frame, over base: Frame, direction: Direction, progress: Double, softness: Double = 0.08) { fatalError() }
    /// Lays a text over the frame, its box's top left corner at `x`, `y` (made even).
    /// - Parameter opacity: 0…256.
    public static func overlay(_ text: TextBitmap, on base: Frame, x: Int, y: Int, opacity: Int = 256) { fatalError() }
}
