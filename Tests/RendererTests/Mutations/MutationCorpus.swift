import Foundation

/// A small file of each accepted type and of each way to code it.
struct MutationCorpus {
    let files: [(type: String, bytes: [UInt8])]

    /// Made once for all tests.
    static let shared = Result { try MutationCorpus() }

    private init() throws {
        let scratch = try Scratch()
        let tools = PictureTools(scratch: scratch)
        try tools.quarters("quarters.ppm")
        let pictures = [
            "plain.jpg[Q=80]", "progressive.jpg[Q=80,interlace]", "plain.png", "interlaced.png[interlace]",
            "palette.png[palette]", "lossless.webp[lossless]", "lossy.webp[Q=70]", "still.gif",
        ]
        for picture in pictures { try tools.vips("copy", "@quarters.ppm", "@\(picture)") }
        try tools.vips("icc_export", "@quarters.ppm", "@inks.jpg[Q=80]", "--output-profile", "cmyk")
        try tools.heif("-q", "60", "@plain.png", "-o", "@plain.heic")
        let tile = try HEICFile.Tile(tools.bytes("plain.heic"))
        let grid = HEICFile(
            tileSize: (PictureTools.width, PictureTools.height),
            tiles: [tile, tile, tile, tile],
            columns: 2,
            rows: 2
        )
        try tools.write(grid.bytes, "grid.heic")
        try tools.write(Orientation.jpeg(tools.bytes("plain.jpg"), 6), "turned.jpg")

        let clips: [(name: String, options: [String])] = [
            ("a.mp4", ["-c:v", "libx264", "-c:a", "aac"]),
            ("first.mp4", ["-c:v", "libx264", "-c:a", "aac", "-movflags", "+faststart"]),
            ("pieces.mp4", ["-c:v", "libx264", "-an", "-movflags", "+frag_keyframe+empty_moov"]),
            ("a.mov", ["-c:v", "mpeg4", "-c:a", "pcm_s16le"]), ("a.avi", ["-c:v", "mpeg4", "-c:a", "mp3"]),
            ("a.webm", ["-c:v", "libvpx", "-c:a", "libopus"]), ("a.mkv", ["-c:v", "libx264", "-c:a", "flac"]),
        ]
        let source = ["-f", "lavfi", "-i", "testsrc2=s=160x96:r=15:d=0.6"]
        let tone = ["-f", "lavfi", "-i", "sine=440:d=0.6"]
        for clip in clips {
            try shell(
                "ffmpeg",
                ["-y"] + source + tone + ["-pix_fmt", "yuv420p"] + clip.options + [scratch.file(clip.name)]
            )
        }
        for name in ["moving.gif", "moving.webp"] {
            try shell("ffmpeg", ["-y"] + source + ["-loop", "0", scratch.file(name)])
        }
        let songs = ["a.mp3", "a.wav", "a.m4a", "a.aac"]
        for song in songs { try shell("ffmpeg", ["-y", "-f", "lavfi", "-i", "sine=440:d=1.5", scratch.file(song)]) }

        let names =
            pictures.map { String($0.prefix { $0 != "[" }) } + clips.map(\.name) + songs
            + ["inks.jpg", "plain.heic", "grid.heic", "turned.jpg", "moving.gif", "moving.webp"]
        files = try names.map { name in
            (type: String(name.split(separator: ".").last ?? ""), bytes: try tools.bytes(name))
        }
    }
}
