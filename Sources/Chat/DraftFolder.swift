import Foundation

/// Where drafts of videos are kept: for a look, apart from the person's own folders, and the latest alone.
struct DraftFolder: Hashable, Sendable {
    let path: String
    private static let most = 20

    init(stateFolder: String) {
        path = stateFolder + "/drafts"
    }

    /// Where the draft of a video of this name goes. It takes the place of an earlier one.
    func path(for name: String) -> String { "\(path)/\(name)-draft.mp4" }

    /// Makes the folder and takes away what is oldest in it.
    func prepare() {
        let manager = FileManager.default
        try? manager.createDirectory(
            atPath: path,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
        let drafts = ((try? manager.contentsOfDirectory(atPath: path)) ?? []).filter { $0.hasSuffix("-draft.mp4") }
        guard drafts.count >= Self.most else { return }
        func age(_ name: String) -> Date {
            let facts = try? manager.attributesOfItem(atPath: path + "/" + name)
            return facts?[.modificationDate] as? Date ?? .distantPast
        }
        let newest = drafts.sorted { age($0) > age($1) }
        for name in newest.dropFirst(Self.most - 1) { try? manager.removeItem(atPath: path + "/" + name) }
    }
}
