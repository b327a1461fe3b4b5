internal import CPango

extension InstalledFonts {
    /// Where fontconfig reads, wherever the settings and the environment (`FONTCONFIG_FILE`, `XDG_DATA_HOME`) have it.
    public struct Places: Hashable, Sendable {
        /// The files and folders of its settings, and the folders of fonts, not those within them.
        public var sources: [String]
        /// The folders of its caches.
        public var caches: [String]

        public init() {
            // The settings alone: no font is looked at.
            guard let settings = FcInitLoadConfig() else {
                (sources, caches) = ([], [])
                return
            }
            defer { FcConfigDestroy(settings) }
            let lists = [
                FcConfigGetConfigFiles(settings), FcConfigGetConfigDirs(settings), FcConfigGetFontDirs(settings),
            ]
            sources = Set(lists.flatMap(Self.strings)).sorted()
            caches = Self.strings(FcConfigGetCacheDirs(settings)).sorted()
        }

        private static func strings(_ list: OpaquePointer?) -> [String] {
            guard let list else { return [] }
            defer { FcStrListDone(list) }
            var strings: [String] = []
            while let string = FcStrListNext(list) { strings.append(String(cString: string)) }
            return strings
        }
    }
}
