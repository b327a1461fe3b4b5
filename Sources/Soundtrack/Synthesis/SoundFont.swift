import Foundation

/// Where the instruments come from: a General MIDI SoundFont of the system.
public enum SoundFont {
    /// The Debian package that `scripts/setup` installs.
    public static let package = "timgm6mb-soundfont"

    /// Where distributions put General MIDI SoundFonts, the one our tunes are balanced for first.
    public static let usualPaths = [
        "/usr/share/sounds/sf2/TimGM6mb.sf2",
        "/usr/share/sounds/sf2/default-GM.sf2",
        "/usr/share/sounds/sf2/FluidR3_GM.sf2",
        "/usr/share/soundfonts/default.sf2",
        "/usr/share/soundfonts/FluidR3_GM.sf2",
        "/usr/share/sounds/sf3/default-GM.sf3",
        "/usr/local/share/soundfonts/default.sf2",
        "/opt/homebrew/share/soundfonts/default.sf2",
    ]

    /// The first SoundFont that is there.
    /// - Throws: ``SoundtrackError`` that names the package to install.
    public static func find() throws(SoundtrackError) -> String {
        for path in usualPaths where FileManager.default.isReadableFile(atPath: path) {
            return path
        }
        throw SoundtrackError(
            .soundFontMissing,
            "No SoundFont is installed, so the music has no instruments. Install one with: apt-get install \(package)"
        )
    }
}
