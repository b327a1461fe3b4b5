/// Media files that somebody broke: by accident, on the way, or with care.
public struct MediaMutator {
    private var random: Random

    public init(seed: Int) { random = Random(seed: UInt64(seed)) }

    /// Where lengths are found: before or behind the names of boxes, chunks and elements.
    private static let tags =
        [
            "ftyp", "moov", "mvhd", "trak", "tkhd", "mdia", "stsd", "stts", "stsz", "stsc", "stco", "ctts", "elst",
            "mdat", "avcC", "esds", "meta", "iloc", "iinf", "infe", "iprp", "ipco", "ipma", "ispe", "hvcC", "grid",
            "IHDR", "PLTE", "tRNS", "IDAT", "IEND", "iCCP", "RIFF", "VP8X", "VP8L", "VP8 ", "ANIM", "ANMF", "ALPH",
            "EXIF", "AVI ", "LIST", "hdrl", "strh", "strf", "movi", "idx1", "fmt ", "data", "ID3", "Exif", "ICC_",
            "NETSCAPE", "fLaC", "Opus",
        ].map { Array($0.utf8) }

    private static let numbers: [UInt32] = [
        0, 1, 7, 0x7F, 0xFF, 0x100, 0x7FFF, 0xFFFF, 0x10000, 0x00FF_FFFF, 0x4000_0000, 0x7FFF_FFFF, 0x8000_0000,
        0xFFFF_FFFE, 0xFFFF_FFFF,
    ]

    public mutating func pick<Choices: Collection>(_ choices: Choices) -> Choices.Element { random.pick(choices) }
    public mutating func number(_ range: ClosedRange<Int>) -> Int { random.number(range) }

    /// - Parameter others: Files that blocks are taken from.
    public mutating func mutate(_ bytes: [UInt8], of others: [[UInt8]]) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<random.number(1...3) {
            guard bytes.count > 16 else { break }
            switch random.number(0...7) {
            case 0: flipBits(&bytes)
            case 1: bytes.removeSubrange(place(in: bytes)...)
            case 2: splice(&bytes, from: random.pick(others))
            case 3: writeNumber(&bytes, at: place(in: bytes))
            case 4: breakLength(&bytes)
            case 5: repeatBlock(&bytes)
            case 6: bytes.removeSubrange(block(in: bytes))
            default:
                let blank = block(in: bytes)
                let value: UInt8 = random.pick([0, 0xFF])
                bytes.replaceSubrange(blank, with: repeatElement(value, count: blank.count))
            }
        }
        return bytes
    }

    /// Half the time among the first bytes, where headers are.
    private mutating func place(in bytes: [UInt8]) -> Int {
        let end = bytes.count - 1
        return random.isTrue() ? random.number(0...min(end, 400)) : random.number(0...end)
    }

    private mutating func block(in bytes: [UInt8]) -> Range<Int> {
        let start = place(in: bytes)
        return start..<min(bytes.count, start + random.number(1...random.pick([8, 64, 1000])))
    }

    private mutating func flipBits(_ bytes: inout [UInt8]) {
        for _ in 0..<random.pick([1, 1, 4, 40]) { bytes[place(in: bytes)] ^= 1 << UInt8(random.number(0...7)) }
    }

    private mutating func splice(_ bytes: inout [UInt8], from other: [UInt8]) {
        let taken = other[block(in: other)]
        let place = place(in: bytes)
        if random.isTrue() {
            bytes.insert(contentsOf: taken, at: place)
        } else {
            bytes.replaceSubrange(place..<min(bytes.count, place + taken.count), with: taken)
        }
    }

    private mutating func writeNumber(_ bytes: inout [UInt8], at place: Int) {
        let number = random.pick(Self.numbers)
        let width = random.pick([1, 2, 4])
        for index in 0..<width where place + index < bytes.count {
            let shift = random.isTrue(oneIn: 3) ? index : width - 1 - index
            bytes[place + index] = UInt8(truncatingIfNeeded: number >> UInt32(8 * shift))
        }
    }

    private mutating func breakLength(_ bytes: inout [UInt8]) {
        var places: [Int] = []
        for tag in Self.tags {
            guard let first = tag.first else { continue }
            for start in bytes.indices.dropLast(tag.count) where bytes[start] == first {
                if bytes[start..<start + tag.count].elementsEqual(tag) { places += [start - 4, start + 4, start + 8] }
            }
        }
        let inside = places.filter { bytes.indices.contains($0) }
        writeNumber(&bytes, at: inside.isEmpty ? place(in: bytes) : random.pick(inside))
    }

    private mutating func repeatBlock(_ bytes: inout [UInt8]) {
        let repeated = Array(bytes[block(in: bytes)])
        let times = random.pick([1, 2, 30, 300])
        bytes.insert(contentsOf: (0..<times).flatMap { _ in repeated }, at: place(in: bytes))
    }
}
