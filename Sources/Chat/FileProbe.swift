import Foundation

/// What dropped paths are looked up in.
public struct FileProbe: Sendable {
    public enum Kind: Sendable {
        case file, folder
    }

    /// What is at a path; nil where there is nothing.
    public var kind: @Sendable (String) -> Kind?
    /// The paths that match a pattern of the shell's.
    public var matches: @Sendable (String) -> [String]
    /// The names in a folder; nil where it may not be looked into.
    public var names: @Sendable (String) -> [String]?
    public var home: String

    public init(
        kind: @escaping @Sendable (String) -> Kind?,
        matches: @escaping @Sendable (String) -> [String] = { _ in [] },
        names: @escaping @Sendable (String) -> [String]? = { _ in [] },
        home: String
    ) {
        self.kind = kind
        self.matches = matches
        self.names = names
        self.home = home
    }

    /// The file system at hand.
    public static func system(home: String) -> FileProbe {
        FileProbe(
            kind: { path in
                var isFolder: ObjCBool = false
                guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return nil }
                return isFolder.boolValue ? .folder : .file
            },
            matches: { pattern in
                var found = glob_t()
                defer { globfree(&found) }
                guard glob(pattern, 0, nil, &found) == 0 else { return [] }
                return (0..<Int(found.gl_pathc)).compactMap { index in
                    found.gl_pathv[index].map { String(cString: $0) }
                }
            },
            names: { try? FileManager.default.contentsOfDirectory(atPath: $0) },
            home: home
        )
    }
}

/// What the name of a file tells of it.
enum MediaName {
    static let pictures: Set<String> = ["jpg", "jpeg", "png", "webp", "heic", "heif"]
    static let clips: Set<String> = ["mp4", "mov", "avi", "webm", "mkv", "gif"]
    static let songs: Set<String> = ["mp3", "wav", "m4a", "aac"]
    static let colorTables: Set<String> = ["cube"]

    static let archives: Set<String> = ["zip", "rar", "7z", "tar", "gz", "tgz", "bz2", "xz"]

    /// Files are packed in it.
    static func isArchive(_ path: String) -> Bool { archives.contains(type(of: path)) }

    static func isMedia(_ path: String) -> Bool {
        let type = type(of: path)
        return pictures.contains(type) || clips.contains(type) || songs.contains(type) || colorTables.contains(type)
    }

    /// It can be seen in a video, as far as its name tells.
    static func isShown(_ path: String) -> Bool {
        let type = type(of: path)
        return !songs.contains(type) && !colorTables.contains(type)
    }

    static func type(of path: String) -> String {
        let name = WebAddress.isOne(path) ? WebAddress.name(of: path) : last(of: path)
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
        return name[name.index(after: dot)...].lowercased()
    }

    static func last(of path: String) -> String {
        String(path.split(separator: "/").last ?? Substring(path))
    }
}
