/// A timeline as the wire carries it. The chat keeps a studio's draft as the JSON it came as; this is the form
/// our own studio writes and reads.
public struct Draft: Codable, Hashable, Sendable {
    public struct Segment: Codable, Hashable, Sendable {
        /// The length in ms.
        public var d: Int
        public var m: [String: JSONValue]

        public init(d: Int, m: [String: JSONValue]) {
            self.d = d
            self.m = m
        }
    }

    public struct Track: Codable, Hashable, Sendable {
        /// 0 video, 1 audio, 7 text.
        public var tt: Int
        public var sg: [Segment]

        public init(tt: Int, sg: [Segment]) {
            self.tt = tt
            self.sg = sg
        }
    }

    public var t: [Track]
    /// The length of the whole in ms.
    public var d: Int
    public var m: [String: JSONValue]

    public init(t: [Track], d: Int, m: [String: JSONValue]) {
        self.t = t
        self.d = d
        self.m = m
    }
}
