/// A draft as a hosted studio might keep it: the documented keys among many that nobody documents, and numbers and
/// spaces in forms that a reader which writes it anew would not give back.
public struct HostedDraft: Sendable {
    public struct Clip: Sendable {
        public var name: String
        public var milliseconds: Int

        public init(_ name: String, _ milliseconds: Int) { (self.name, self.milliseconds) = (name, milliseconds) }
    }

    public struct Title: Sendable {
        public var text: String
        public var start: Int
        public var milliseconds: Int
        public var colour = "white"
        public var position = "top-center"

        public init(_ text: String, at start: Int = 0, for milliseconds: Int = 3000) {
            (self.text, self.start, self.milliseconds) = (text, start, milliseconds)
        }
    }

    public var clips: [Clip]
    public var music: (name: String, volume: Double)?
    public var titles: [Title] = []

    public init(_ clips: Clip..., music: (name: String, volume: Double)? = nil, titles: [Title] = []) {
        (self.clips, self.music, self.titles) = (clips, music, titles)
    }

    /// Nothing on the timeline.
    public static let blank = HostedDraft()

    public func with(_ change: (inout HostedDraft) -> Void) -> HostedDraft {
        var draft = self
        change(&draft)
        return draft
    }

    public var json: String {
        let length = clips.reduce(0) { $0 + $1.milliseconds }
        var tracks: [String] = []
        if !clips.isEmpty {
            let segments = clips.enumerated().map { index, clip in
                #"{"id":"seg-\#(index)", "d":\#(clip.milliseconds), "sp":1.00,"m":{"name":\#(quoted(clip.name)),"url":"https:\/\/cdn.example.invalid\/\#(index).jpg?sig=ab%2Fc","crop":[0,0,1.0,1],"kf":null}, "x_trace":"7f3a"}"#
            }
            tracks.append(#"{"tt":0,"lk":false,"sg":[\#(segments.joined(separator: ", "))],"z":-0}"#)
        }
        if let music {
            tracks.append(
                #"{"tt":1,"sg":[{"d":\#(length),"m":{"name":\#(quoted(music.name)),"volume":\#(music.volume),"lufs":-1.40E1}}]}"#
            )
        }
        if !titles.isEmpty {
            let segments = titles.map { title in
                #"{"d":\#(title.milliseconds),"m":{"text":\#(quoted(title.text)),"start_ms":\#(title.start),"color":\#(quoted(title.colour)),"position":\#(quoted(title.position)),"font":{"family":"Inter","wght":7e2}}}"#
            }
            tracks.append(#"{"tt":7,"sg":[\#(segments.joined(separator: ","))]}"#)
        }
        return
            #"{"v":"3.2","t":[\#(tracks.joined(separator: ","))],"d":\#(length).0,"m":{"rev":12345678901234567890,"tags":[ ]},"fps":2.9970e1,"_internal":{"a":{"b":[]}}}"#
    }
}
