/// The smallest file that says it is an MP4 of ten seconds.
enum MiniatureFilm {
    static let bytes: [UInt8] = {
        let kind = box("ftyp", Array("isom".utf8) + number(512) + Array("isomiso2mp41".utf8))
        // ISO/IEC 14496-12, 8.2.2: version and flags, two times, 1000 ticks a second, 10 s, then rate and matrix.
        let times = number(0) + number(0) + number(0) + number(1000) + number(10_000)
        let header = box("mvhd", times + [UInt8](repeating: 0, count: 80))
        return kind + box("moov", header) + box("mdat", [UInt8](repeating: 7, count: 1_200_000))
    }()

    private static func box(_ name: String, _ content: [UInt8]) -> [UInt8] {
        number(UInt32(content.count + 8)) + Array(name.utf8) + content
    }

    private static func number(_ value: UInt32) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
    }
}
