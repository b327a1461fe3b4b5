import Foundation
import Testing

/// A HEIC put together box by box (ISO/IEC 23008-12): what phones write and no tool at hand does. The coded pictures
/// come from heif-enc.
struct HEICFile {
    /// A picture as heif-enc coded it: its decoder configuration and its data.
    struct Tile {
        var configuration: [UInt8]
        var data: [UInt8]

        /// - Parameter heic: A file of one picture, as heif-enc writes it.
        init(_ heic: [UInt8]) throws {
            configuration = try #require(Self.box("hvcC", in: heic))
            let media = try #require(Self.box("mdat", in: heic))
            data = Array(media.dropFirst(8))
        }

        /// The first box of a type, wherever it is, with its head.
        private static func box(_ type: String, in bytes: [UInt8]) -> [UInt8]? {
            let tag = Array(type.utf8)
            guard let at = (4..<bytes.count - 4).first(where: { Array(bytes[$0..<$0 + 4]) == tag }) else { return nil }
            let size = bytes[at - 4..<at].reduce(0) { $0 << 8 | Int($1) }
            guard size >= 8, at - 4 + size <= bytes.count else { return nil }
            return Array(bytes[at - 4..<at - 4 + size])
        }
    }

    /// Of one tile.
    var tileSize: (width: Int, height: Int)
    var tiles: [Tile]
    var columns = 1
    var rows = 1
    /// The EXIF orientation (1…8) that the file's own turn and mirror stand for.
    var orientation = 1

    /// One picture: a tile of its own, or a grid of hidden ones.
    var bytes: [UInt8] {
        let isGrid = tiles.count > 1
        let size = (width: tileSize.width * columns, height: tileSize.height * rows)
        // Items 1… are the tiles; the grid, if there is one, is the last.
        let grid: [UInt8] =
            [0, 0, UInt8(rows - 1), UInt8(columns - 1)] + Self.big(size.width, 2) + Self.big(size.height, 2)
        let parts = tiles.map(\.data) + (isGrid ? [grid] : [])
        let primary = isGrid ? parts.count : 1

        var properties = tiles.map(\.configuration) + [Self.extents(tileSize), Self.extents(size)]
        let turns = Self.turns(orientation)
        properties += turns
        let tileExtents = tiles.count + 1
        let turnIndices = turns.indices.map { tiles.count + 3 + $0 }
        var associations = Self.big(parts.count, 4)
        for (index, _) in parts.enumerated() {
            let isTile = index < tiles.count
            var own = isTile ? [index + 1 | 0x80, tileExtents] : [tileExtents + 1]
            if index + 1 == primary { own += turnIndices.map { $0 | 0x80 } }
            associations += Self.big(index + 1, 2) + [UInt8(own.count)] + own.map { UInt8($0) }
        }

        func meta(dataAt start: Int) -> [UInt8] {
            var at = start
            var places = [0x44, 0x00] + Self.big(parts.count, 2)
            for (index, part) in parts.enumerated() {
                places += Self.big(index + 1, 2) + [0, 0] + Self.big(1, 2) + Self.big(at, 4) + Self.big(part.count, 4)
                at += part.count
            }
            var items = Self.big(parts.count, 2)
            for index in parts.indices {
                let isTile = index < tiles.count
                let hidden: UInt8 = isGrid && isTile ? 1 : 0
                let type = Array((isTile ? "hvc1" : "grid").utf8)
                items += Self.full("infe", version: 2, flags: hidden, Self.big(index + 1, 2) + [0, 0] + type + [0])
            }
            var boxes = Self.full("hdlr", [0, 0, 0, 0] + Array("pict".utf8) + [UInt8](repeating: 0, count: 13))
            boxes += Self.full("pitm", Self.big(primary, 2)) + Self.full("iloc", places) + Self.full("iinf", items)
            if isGrid {
                let from =
                    Self.big(primary, 2) + Self.big(tiles.count, 2) + tiles.indices.flatMap { Self.big($0 + 1, 2) }
                boxes += Self.full("iref", Self.box("dimg", from))
            }
            boxes += Self.box("iprp", Self.box("ipco", properties.flatMap { $0 }) + Self.full("ipma", associations))
            return Self.full("meta", boxes)
        }

        let kind = Self.box("ftyp", Array("heic".utf8) + [0, 0, 0, 0] + Array("mif1heic".utf8))
        let start = kind.count + meta(dataAt: 0).count + 8
        return kind + meta(dataAt: start) + Self.box("mdat", parts.flatMap { $0 })
    }

    /// "irot" counts quarters counterclockwise; "imir" 1 exchanges left and right, and comes after the turn
    /// (23008-12, 6.5.10 and 6.5.12).
    private static func turns(_ orientation: Int) -> [[UInt8]] {
        let (quarters, isMirrored): (UInt8, Bool) = [
            (0, false), (0, true), (2, false), (2, true), (3, true), (3, false), (1, true), (1, false),
        ][orientation - 1]
        return (quarters == 0 ? [] : [box("irot", [quarters])]) + (isMirrored ? [box("imir", [1])] : [])
    }

    private static func extents(_ size: (width: Int, height: Int)) -> [UInt8] {
        full("ispe", big(size.width, 4) + big(size.height, 4))
    }

    private static func box(_ type: String, _ body: [UInt8]) -> [UInt8] {
        big(body.count + 8, 4) + Array(type.utf8) + body
    }

    private static func full(_ type: String, version: UInt8 = 0, flags: UInt8 = 0, _ body: [UInt8]) -> [UInt8] {
        box(type, [version, 0, 0, flags] + body)
    }

    private static func big(_ value: Int, _ count: Int) -> [UInt8] {
        (0..<count).reversed().map { UInt8(value >> (8 * $0) & 0xFF) }
    }
}
