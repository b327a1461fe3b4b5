import CPango

extension InstalledFonts {
    /// The folders and files that fontconfig reads: its settings, the folders of fonts and those of its caches, wherever
    /// the settings and the environment (`FONTCONFIG_FILE`, `XDG_DATA_HOME`) have them.
    public static func places() -> [String] {
        // The settings alone: no font is looked at.
        guard let settings = FcInitLoadConfig() else { return [] }
        defer { FcConfigDestroy(settings) }
        let lists = [
            FcConfigGetConfigFiles(settings), FcConfigGetConfigDirs(settings), FcConfigGetFontDirs(settings),
            FcConfigGetCacheDirs(settings),
        ]
        var places: Set<String> = []
        for list in lists.compactMap({ $0 }) {
            defer { FcStrListDone(list) }
            while let place = FcStrListNext(list) { places.insert(String(cString: place)) }
        }
        return places.sorted()
    }
}
