/// What is in a folder, not in those inside it.
struct FolderContents {
    let path: String
    /// Photos, clips, songs and color tables by their paths, in natural order.
    private(set) var media: [String] = []
    /// The names of other files.
    private(set) var others: [String] = []
    /// The names of the folders in it.
    private(set) var folders: [String] = []
    private(set) var isReadable = true

    var name: String { MediaName.last(of: path) }
    /// What is not taken, by name.
    var leftOut: [String] { others + folders }

    /// - Parameter isOwn: Whether a file is no content of it, because it is about to be written there.
    init(of folder: String, in files: FileProbe, isOwn: (String) -> Bool = { _ in false }) {
        path = folder
        let base = folder.hasSuffix("/") ? String(folder.dropLast()) : folder
        guard let names = files.names(folder) else {
            isReadable = false
            return
        }
        // What is hidden is not meant to be seen, here as elsewhere.
        for name in names.filter({ !$0.hasPrefix(".") }).sorted(by: NaturalOrder.precedes) {
            let path = base + "/" + name
            if files.kind(path) == .folder {
                folders.append(name)
            } else if !MediaName.isMedia(name) || files.kind(path) == nil {
                others.append(name)
            } else if !isOwn(path) {
                media.append(path)
            }
        }
    }
}
