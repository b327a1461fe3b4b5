internal import Foundation
internal import Timeline

/// What the photos of a render cost, each told by its file's size, without a look inside.
struct PhotoCosts {
    private let bytes: (MediaID) -> Int?
    private var decoded: Set<MediaID> = []
    private var details: [MediaID: Double] = [:]

    /// - Parameter bytes: The size of a medium's file; nil when it cannot be told.
    init(bytes: @escaping (MediaID) -> Int?) {
        self.bytes = bytes
    }

    /// The megapixels that have to be decoded to show a photo: none when it was asked for before, since chunks follow
    /// the timeline, and a decoded photo is at hand until its last one.
    mutating func decoding(_ layer: PictureLayer) -> Double {
        decoded.insert(layer.media).inserted ? layer.pixels / 1e6 : 0
    }

    /// How much there is to encode in a frame of a picture, in parts of one of middling detail; 1 where nothing is known
    /// of it.
    ///
    /// A file that takes many bits a pixel is full of detail. It is a weak hint, as the exponent says: from a drawing to
    /// a grainy photo of a phone the bits grow 70 times and the encoder's work by two thirds.
    mutating func detail(of layer: PictureLayer) -> Double {
        if layer.isClip { return 1 }
        if let known = details[layer.media] { return known }
        var detail = 1.0
        if let bytes = bytes(layer.media), bytes > 0, layer.pixels > 0 {
            let bits = Double(bytes) * 8 / layer.pixels
            detail = min(max(pow(bits / Self.middling, Self.exponent), 0.6), 1.2)
        }
        details[layer.media] = detail
        return detail
    }

    /// In bits a pixel, as JPEG has it.
    private static let middling = 1.5
    private static let exponent = 0.12
}

extension PictureLayer {
    /// Of the picture itself.
    var pixels: Double { Double(size.width) * Double(size.height) }
}
