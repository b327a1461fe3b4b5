import Timeline

/// Finds out what a file is, by its content alone.
public enum MediaProbe {
    /// What decoding a picture may take when nothing else is said, in bytes.
    public static let memoryLimit = 600 << 20

    /// Reads the header, and decodes enough to know that the file is whole: a picture at reduced size, the first frames
    /// of a clip or a song.
    ///
    /// - Parameter memoryLimit: The bytes that decoding a picture may take, see ``decodeMemory(_:)``.
    /// - Throws: ``MediaError`` with `unsupported`, `damaged` or `tooManyPixels`.
    public static func probe(
        _ file: MediaFile,
        memoryLimit: Int = MediaProbe.memoryLimit
    ) throws(MediaError) -> MediaFacts {
        let format = try self.format(of: file)
        if format == .cube {
            _ = try CubeTable(file)
            return MediaFacts(kind: .colorTable, format: format)
        }
        return format.isPicture
            ? try picture(file, memoryLimit: memoryLimit).facts()
            : try ContainerFile(file, format: format).facts()
    }

    /// An estimate of the most bytes that decoding this picture takes, made from its header. 0 for clips and songs,
    /// whose decoders need a few frames at most.
    public static func decodeMemory(_ file: MediaFile) throws(MediaError) -> Int {
        let format = try self.format(of: file)
        return format.isPicture ? try PictureFile(file, format: format).decodeMemory : 0
    }

    static func format(of file: MediaFile) throws(MediaError) -> MediaFormat {
        guard let format = MediaFormat.sniff(file.bytes) else {
            throw MediaError(
                .unsupported,
                "\(file.name) is not a file that can be used: give photos (jpg, png, gif, webp, heic), "
                    + "videos (mp4, mov, avi, webm, mkv), songs (mp3, wav, m4a, aac) or tables of colors (cube)."
            )
        }
        return format
    }

    static func picture(_ file: MediaFile, memoryLimit: Int) throws(MediaError) -> PictureFile {
        let format = try self.format(of: file)
        guard format.isPicture else { throw MediaError(.unsupported, "\(file.name) is not a picture.") }
        let picture = try PictureFile(file, format: format)
        try picture.check(memoryLimit: memoryLimit)
        return picture
    }
}

extension PictureFile {
    /// What it is and what it is of, after decoding it at a small size to see that it is whole.
    func facts() throws(MediaError) -> MediaFacts {
        // A HEIC of several pages is a burst, of which the first picture stands for all.
        guard pages > 1, format == .gif || format == .webp else {
            let subject = subject(in: try decodeSmall(Self.subjectSide))
            return MediaFacts(kind: .photo, format: format, size: size, subject: subject)
        }
        _ = try decode(into: PixelSize(width: 64, height: 64))
        let length = shownDelays.reduce(0, +)
        return MediaFacts(kind: .animation, format: format, size: size, duration: Milliseconds(length))
    }
}
