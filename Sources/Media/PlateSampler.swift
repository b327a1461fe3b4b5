/// Draws a region of a plate into a whole frame, at sub-pixel precision. One per thread.
public final class PlateSampler {
    public init() { fatalError() }
    /// - Parameter region: Within the plate (it is moved and shrunk to lie inside); its shape should be the frame's.
    public func sample(_ plate: Plate, region: Region, into frame: Frame) throws(MediaError) { fatalError() }
}
