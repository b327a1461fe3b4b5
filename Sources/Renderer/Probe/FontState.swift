internal import Foundation
internal import Media

/// What fonts are installed at a moment, told without reading one: when the folders of fonts and the files of their
/// settings were last changed. fontconfig sees in the same way whether its caches are old.
struct FontState: Encodable, Hashable, Sendable {
    /// The time of each place, in ns, by its path.
    private var changes: [String: Int] = [:]

    init(_ sources: [String] = FontList.places.sources) {
        var seen: Set<[UInt]> = []
        for source in sources { add(source, &seen) }
    }

    /// - Parameter seen: Devices and numbers of the folders that were looked into: a link may lead back to one.
    private mutating func add(_ path: String, _ seen: inout Set<[UInt]>) {
        var status = stat()
        guard changes[path] == nil, stat(path, &status) == 0 else { return }
        changes[path] = status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec
        guard status.st_mode & S_IFMT == S_IFDIR, seen.insert([status.st_dev, status.st_ino]).inserted,
            let folder = opendir(path)
        else { return }
        defer { closedir(folder) }
        while let entry = readdir(folder) {
            // File systems that do not tell what an entry is have it looked at.
            let kind = Int(entry.pointee.d_type)
            guard kind == DT_DIR || kind == DT_LNK || kind == DT_UNKNOWN else { continue }
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if !name.hasPrefix(".") { add("\(path)/\(name)", &seen) }
        }
    }
}
