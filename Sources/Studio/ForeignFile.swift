/// A file that cannot be used: what it is by its first bytes and its name, and what a person can do with it.
struct ForeignFile {
    /// As many bytes as are looked at.
    static let headSize = 512

    let sentence: String

    init(name: String, head: [UInt8]) {
        let promised = Self.promised(by: name)
        sentence =
            switch Content(head) {
            case .archive: "\(name) is an archive. Unpack it, then add the photos in it."
            case .picture(let kind): "\(name) is \(kind), which cannot be used. Save it as JPEG or PNG."
            case .other(let what):
                if let promised {
                    "\(name) is not a \(promised), whatever its name says: it is \(what). Look for the \(promised) where it came from."
                } else {
                    "\(name) is \(what) and cannot be used. Files that can be used: \(Refusal.formats)."
                }
            case .unknown:
                if let promised {
                    "\(name) is damaged or not a \(promised) at all. Copy it again from where it came from."
                } else {
                    "\(name) is of a type that cannot be used. Files that can be used: \(Refusal.formats)."
                }
            }
    }

    /// What a file's name lets one expect; nil: nothing that could be used.
    private static func promised(by name: String) -> String? {
        guard let dot = name.lastIndex(of: ".") else { return nil }
        return switch name[name.index(after: dot)...].lowercased() {
        case "jpg", "jpeg", "png", "gif", "webp", "heic", "heif": "photo"
        case "mp4", "mov", "avi", "webm", "mkv": "video"
        case "mp3", "wav", "m4a", "aac": "song"
        case "cube": "color table"
        default: nil
        }
    }

    private enum Content {
        case archive
        case picture(String)
        case other(String)
        case unknown

        init(_ head: [UInt8]) {
            func begins(_ bytes: [UInt8], at start: Int = 0) -> Bool { head.dropFirst(start).starts(with: bytes) }
            let text = String(decoding: head, as: UTF8.self).lowercased()
            // The signatures are those of the formats' own specifications.
            if begins(Array("PK\u{3}\u{4}".utf8)) || begins(Array("Rar!".utf8)) || begins([0x1F, 0x8B])
                || begins(Array("7z".utf8) + [0xBC, 0xAF])
            {
                self = .archive
            } else if begins(Array("ftypavi".utf8), at: 4) {
                self = .picture("an AVIF picture")
            } else if begins([0x49, 0x49, 0x2A, 0]) || begins([0x4D, 0x4D, 0, 0x2A]) {
                self = .picture("a TIFF or raw picture")
            } else if begins(Array("BM".utf8)), head.contains(0) {
                self = .picture("a BMP picture")
            } else if text.contains("<svg") {
                self = .picture("an SVG drawing")
            } else if begins(Array("%PDF".utf8)) {
                self = .other("a PDF")
            } else if text.contains("<html") || text.contains("<!doctype html") {
                self = .other("a web page")
            } else if !head.isEmpty, head.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || (0x09...0x0D).contains($0) }),
                Self.isUTF8(head)
            {
                self = .other("text")
            } else {
                self = .unknown
            }
        }

        /// A character that the end cuts in two is none that is wrong.
        private static func isUTF8(_ bytes: [UInt8]) -> Bool {
            (0...min(3, bytes.count - 1)).contains { String(validating: bytes.dropLast($0), as: UTF8.self) != nil }
        }
    }
}
