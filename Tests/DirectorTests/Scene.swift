import Director
import Timeline

/// Five photos, what may come to them, and a director that knows a beat of 750 ms.
enum Scene {
    static let photos = [
        photo("01-aitzgorri.jpg"), photo("02-picos-de-europa.jpg"), photo("03-stream.jpg", isTall: true),
        photo("04-friends.jpg"), photo("05-sunset.jpg"),
    ]
    static let beach = photo("06-beach.jpg")
    static let song = MediaItem(id: "song", name: "holiday song.mp3", kind: .song, duration: .seconds(180))
    static let director = Director { _, _ in .steady(period: 750) }

    static func photo(_ name: String, isTall: Bool = false) -> MediaItem {
        let size = isTall ? PixelSize(width: 1707, height: 2560) : PixelSize(width: 2560, height: 1707)
        return MediaItem(id: "media of \(name)", name: name, kind: .photo, size: size, bytes: 1000)
    }

    /// A video of the five photos, as "make a video" makes it.
    static let video = director.respond(to: "make a video", history: History(), media: photos, fallback: .english)
        .history

    /// Says one thing after the other about the video.
    static func say(_ lines: String..., to history: History = video, media: [MediaItem] = photos) -> DirectorReply {
        var reply = director.respond(to: lines[0], history: history, media: media, fallback: .english)
        for line in lines.dropFirst() {
            reply = director.respond(to: line, history: reply.history, media: media, fallback: .english)
        }
        return reply
    }

    /// Says it before any video was made.
    static func sayFirst(_ line: String, media: [MediaItem] = photos) -> DirectorReply {
        director.respond(to: line, history: History(), media: media, fallback: .english)
    }
}

extension DirectorReply {
    var timeline: Timeline { history.timeline }
    /// "1 2 3 4 5": the numbers in the photos' names.
    var order: String { timeline.segments.map { String($0.name.dropFirst().prefix(1)) }.joined(separator: " ") }
    /// "4 4 4 4 6": seconds.
    var lengths: String { timeline.segments.map { $0.duration.secondsText() }.joined(separator: " ") }
    /// "crossfade 1, cut 0", from the second photo on.
    var transitions: String {
        timeline.segments.dropFirst().map { "\($0.transition.style.rawValue) \($0.transition.duration.secondsText())" }
            .joined(separator: ", ")
    }
    var moves: String { timeline.segments.map(\.motion.move.rawValue).joined(separator: " ") }
    var fits: String { timeline.segments.map(\.fit.rawValue).joined(separator: " ") }
    /// "lo-fi 35", "holiday song.mp3 35", "none".
    var music: String {
        switch timeline.music {
        case nil: "none"
        case let music?:
            switch music.source {
            case .mood(let mood, let seed): "\(mood.rawValue)\(seed == 1 ? "" : " no. \(seed)") \(music.volume)"
            case .song(_, let name): "\(name) \(music.volume)"
            }
        }
    }
    /// "Hello 0-3 center white", one after the other.
    var texts: String {
        timeline.texts.map { text in
            let end = text.start + text.duration
            return "\(text.text) \(text.start.secondsText())-\(end.secondsText()) \(text.style.position.rawValue) "
                + text.style.color
        }.joined(separator: ", ")
    }
    /// "20 16:9 lo-fi 35 | crossfade": length, shape, music, and the styles of transitions.
    var facts: String {
        let styles = Set(timeline.segments.dropFirst().map(\.transition.style.rawValue)).sorted().joined(separator: "/")
        return "\(timeline.duration.secondsText()) \(timeline.aspect.rawValue) \(music) | \(styles)"
    }
}
