import CPango

/// The fonts as Pango knows them: one map for all threads, since text is drawn by one at a time.
enum FontMap {
    // Touched only by the thread whose turn it is.
    nonisolated(unsafe) private static var current: UnsafeMutablePointer<PangoFontMap>?

    /// The map of the fonts that were there when it was first asked for, or forgotten last. To be used within a
    /// ``TextTurn``; nil when Pango does not start.
    static var shared: UnsafeMutablePointer<PangoFontMap>? {
        if current == nil { current = pango_cairo_font_map_new() }
        return current
    }

    /// Has the fonts be looked for anew. Layouts that are there keep those they have.
    static func forget() {
        TextTurn.begin()
        defer { TextTurn.end() }
        FcInitReinitialize()
        if let current { g_object_unref(current) }
        current = nil
    }
}
