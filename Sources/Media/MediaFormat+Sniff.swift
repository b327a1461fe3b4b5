extension MediaFormat {
    /// The type of a file by its first bytes; nil for every type that is not accepted.
    static func sniff(_ bytes: UnsafeRawBufferPointer) -> MediaFormat? {
        if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return .jpg }
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return .png }
        if bytes.hasTag("GIF87a", at: 0) || bytes.hasTag("GIF89a", at: 0) { return .gif }
        if bytes.hasTag("RIFF", at: 0) {
            if bytes.hasTag("WEBP", at: 8) { return .webp }
            if bytes.hasTag("AVI ", at: 8) { return .avi }
            if bytes.hasTag("WAVE", at: 8) { return .wav }
            return nil
        }
        if bytes.starts(with: [0x1A, 0x45, 0xDF, 0xA3]) { return matroska(bytes) }
        if bytes.hasTag("ftyp", at: 4) { return isoMedia(bytes) }
        // QuickTime files from before `ftyp` start with one of these atoms.
        if ["moov", "mdat", "wide", "free", "skip"].contains(where: { bytes.hasTag($0, at: 4) }) { return .mov }
        return mpegAudio(bytes) ?? (CubeFile.isLikely(bytes) ? .cube : nil)
    }

    /// EBML: the document type stands near the start.
    private static func matroska(_ bytes: UnsafeRawBufferPointer) -> MediaFormat? {
        let head = bytes.prefix(64)
        for start in head.indices where head[start] == 0x42 && start + 3 < head.endIndex && head[start + 1] == 0x82 {
            if bytes.hasTag("webm", at: start + 3) { return .webm }
            if bytes.hasTag("matroska", at: start + 3) { return .mkv }
        }
        return nil
    }

    /// ISO base media: the major brand decides, and the compatible ones where it is generic.
    private static func isoMedia(_ bytes: UnsafeRawBufferPointer) -> MediaFormat? {
        let boxSize = min(Int(bytes.bigEndian32(at: 0) ?? 0), bytes.count)
        guard boxSize >= 16 else { return nil }
        var brands = [bytes.tag(at: 8)]
        brands += stride(from: 16, to: min(boxSize, 256) - 3, by: 4).map { bytes.tag(at: $0) }
        switch brands[0] {
        case "heic", "heix", "heim", "heis": return .heic
        case "mif1", "msf1", "hevc", "hevx":
            return brands.contains { $0 == "heic" || $0 == "heix" } ? .heic : nil
        case "avif", "avis", "crx ", "jp2 ", "jpx ": return nil
        case "qt  ": return .mov
        case "M4A ", "M4B ", "M4P ": return .m4a
        default: return .mp4
        }
    }

    /// MP3 and ADTS have no signature but their frame headers; an ID3 tag may come before them.
    private static func mpegAudio(_ bytes: UnsafeRawBufferPointer) -> MediaFormat? {
        var start = 0
        let hasTag = bytes.hasTag("ID3", at: 0) && bytes.count > 10
        if hasTag {
            start = 10 + (6..<10).reduce(0) { $0 << 7 | Int(bytes[$1] & 0x7F) }
        }
        if let length = adtsFrameLength(bytes, at: start) {
            let next = start + length
            if next >= bytes.count || adtsFrameLength(bytes, at: next) != nil { return .aac }
        }
        if hasTag { return .mp3 }
        if let length = mp3FrameLength(bytes, at: start) {
            let next = start + length
            if next >= bytes.count || mp3FrameLength(bytes, at: next) != nil { return .mp3 }
        }
        return nil
    }

    /// ISO 13818-7, 6.2: sync word 0xFFF, layer 0, a frame length of 13 bits.
    private static func adtsFrameLength(_ bytes: UnsafeRawBufferPointer, at start: Int) -> Int? {
        guard start >= 0, start + 7 <= bytes.count, bytes[start] == 0xFF, bytes[start + 1] & 0xF6 == 0xF0 else {
            return nil
        }
        let length = Int(bytes[start + 3] & 3) << 11 | Int(bytes[start + 4]) << 3 | Int(bytes[start + 5]) >> 5
        return length > 7 ? length : nil
    }

    /// ISO 11172-3, 2.4.1.3: layer III, frame length = samples / 8 * bit rate / sample rate + padding.
    private static func mp3FrameLength(_ bytes: UnsafeRawBufferPointer, at start: Int) -> Int? {
        guard start >= 0, start + 4 <= bytes.count, bytes[start] == 0xFF, bytes[start + 1] & 0xE6 == 0xE2 else {
            return nil
        }
        let version = Int(bytes[start + 1] >> 3 & 3)
        let rateIndex = Int(bytes[start + 2] >> 4)
        let sampleIndex = Int(bytes[start + 2] >> 2 & 3)
        guard version != 1, rateIndex != 0, rateIndex != 15, sampleIndex != 3 else { return nil }
        let isFirstVersion = version == 3
        let rates =
            isFirstVersion
            ? [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320]
            : [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160]
        let sampleRate = [44_100, 48_000, 32_000][sampleIndex] >> (isFirstVersion ? 0 : version == 2 ? 1 : 2)
        return (isFirstVersion ? 144 : 72) * rates[rateIndex] * 1000 / sampleRate + Int(bytes[start + 2] >> 1 & 1)
    }
}

extension UnsafeRawBufferPointer {
    func hasTag(_ tag: String, at start: Int) -> Bool {
        start + tag.utf8.count <= count && self[start..<start + tag.utf8.count].elementsEqual(tag.utf8)
    }

    /// Four characters; an empty text past the end.
    func tag(at start: Int) -> String {
        start + 4 <= count ? String(decoding: self[start..<start + 4], as: UTF8.self) : ""
    }

    func bigEndian32(at start: Int) -> UInt32? {
        guard start >= 0, start + 4 <= count else { return nil }
        return UInt32(bigEndian: loadUnaligned(fromByteOffset: start, as: UInt32.self))
    }

    func bigEndian16(at start: Int) -> UInt16? {
        guard start >= 0, start + 2 <= count else { return nil }
        return UInt16(bigEndian: loadUnaligned(fromByteOffset: start, as: UInt16.self))
    }
}
