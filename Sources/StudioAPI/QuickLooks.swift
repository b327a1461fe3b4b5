/// A timeline as small pictures: what a contact sheet shows.
public struct PreviewReply: Codable, Hashable, Sendable {
    /// A segment's picture, and what is to be written under it.
    public struct Picture: Codable, Hashable, Sendable {
        public var segment: String
        /// Its place on the timeline, from 1.
        public var number: Int
        /// photo, animation or clip.
        public var kind: String
        /// The file's name.
        public var name: String
        /// In ms.
        public var start: Int
        public var duration: Int
        /// The words that are seen over the segment, in the order of the text track.
        public var texts: [String]
        /// Of the picture, for the same caller. As it is, a JPEG; with `format=ppm` a ``PlainPicture``.
        public var url: String

        public init(
            segment: String,
            number: Int,
            kind: String,
            name: String,
            start: Int,
            duration: Int,
            texts: [String],
            url: String
        ) {
            self.segment = segment
            self.number = number
            self.kind = kind
            self.name = name
            self.start = start
            self.duration = duration
            self.texts = texts
            self.url = url
        }

        enum CodingKeys: String, CodingKey {
            case segment, number, kind, name, texts, url
            case start = "start_ms"
            case duration = "duration_ms"
        }
    }

    /// The length of the whole, in ms.
    public var duration: Int
    public var aspect: String
    /// The size of an export of high quality, in pixels.
    public var width: Int
    public var height: Int
    /// The name of the music; nil when there is none.
    public var music: String?
    /// In the order of the timeline.
    public var pictures: [Picture]

    public init(
        duration: Int,
        aspect: String,
        width: Int,
        height: Int,
        music: String?,
        pictures: [Picture]
    ) {
        self.duration = duration
        self.aspect = aspect
        self.width = width
        self.height = height
        self.music = music
        self.pictures = pictures
    }

    enum CodingKeys: String, CodingKey {
        case aspect, width, height, music, pictures
        case duration = "duration_ms"
    }
}

/// How long an export would take if it were asked for now.
public struct RenderEstimate: Codable, Hashable, Sendable {
    /// One of the shapes that were asked for.
    public struct Output: Codable, Hashable, Sendable {
        public var aspect: String
        /// In ms. What two shapes share counts for the first.
        public var estimateMS: Int

        public init(aspect: String, estimateMS: Int) {
            self.aspect = aspect
            self.estimateMS = estimateMS
        }

        enum CodingKeys: String, CodingKey {
            case aspect
            case estimateMS = "estimate_ms"
        }
    }

    /// Of all outputs together, in ms; what is finished already counts for nothing.
    public var estimateMS: Int
    /// It follows from renders of this kind on this very machine; else from what machines usually do.
    public var measured: Bool
    /// How long the exports before it will still take, in ms.
    public var waitingMS: Int
    public var outputs: [Output]

    public init(estimateMS: Int, measured: Bool, waitingMS: Int, outputs: [Output]) {
        self.estimateMS = estimateMS
        self.measured = measured
        self.waitingMS = waitingMS
        self.outputs = outputs
    }

    enum CodingKeys: String, CodingKey {
        case measured, outputs
        case estimateMS = "estimate_ms"
        case waitingMS = "waiting_ms"
    }
}
