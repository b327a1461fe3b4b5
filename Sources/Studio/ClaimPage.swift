import StudioAPI
import Timeline

/// The page of a project.
struct ClaimPage {
    /// A finished video.
    struct Video {
        var key: String
        var bytes: Int
        var size: PixelSize
        /// It was made of the timeline as it is now.
        var isCurrent: Bool
    }

    /// An export that is not finished.
    enum Work {
        case waiting(before: Int)
        /// How much of it is done, 0…1.
        case rendering(Double)
        case failed(String?)

        var isGoingOn: Bool {
            if case .failed = self { false } else { true }
        }
    }

    var timeline: Timeline
    var video: Video?
    var work: Work?
    /// When the link ends, in ms since 1970.
    var expires: Int
    /// Goes into the links of the page, and nowhere else.
    var token: String
    var words: ClaimWords

    var html: HTML {
        let title = timeline.title ?? words.untitled
        // While something plays, a reload would stop it.
        let reloads = video == nil && work?.isGoingOn == true
        return Self.document(
            title: title,
            words: words,
            reloads: reloads,
            """
            <header>
            <h1><bdi>\(title)</bdi></h1>
            \(timeline.isReady ? "<p class=\"facts\">\(words.facts(timeline))</p>" : nil)
            </header>
            <main>
            \(player)
            \(pictures)
            \(texts)
            \(music)
            </main>
            <footer><p>\(words.expiry(expires))</p></footer>
            """
        )
    }

    /// What is shown where there is nothing to show.
    static func nothing(_ words: ClaimWords) -> HTML {
        document(
            title: words.nothingTitle,
            words: words,
            reloads: false,
            """
            <main class="nothing">
            <h1>\(words.nothingTitle)</h1>
            <p>\(words.nothingHint)</p>
            </main>
            """
        )
    }

    private static func document(title: String, words: ClaimWords, reloads: Bool, _ body: HTML) -> HTML {
        """
        <!DOCTYPE html>
        <html lang="\(words.tag)">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        \(reloads ? "<meta http-equiv=\"refresh\" content=\"4\">" : nil)
        <title>\(title) · Kinora</title>
        <link rel="stylesheet" href="page.css?v=\(ClaimStyle.version)">
        <link rel="icon" href="icon.svg" type="image/svg+xml">
        </head>
        <body>
        \(body)
        </body>
        </html>

        """
    }

    // MARK: - The video

    private var player: HTML {
        """
        <section aria-labelledby="video">
        <h2 id="video" class="unseen">\(words.video)</h2>
        \(video.map(element))
        \(work.map(progress))
        \(video == nil && work == nil ? HTML.note(timeline.isReady ? words.nothingExported : words.emptyTimeline) : nil)
        </section>
        """
    }

    private func element(_ video: Video) -> HTML {
        """
        <video controls playsinline preload="metadata" width="\(video.size.width)" height="\(video.size.height)" \
        aria-labelledby="video" poster="claim/poster/\(video.key)?ct=\(token)" \
        src="claim/video/\(video.key)?ct=\(token)">\(words.noPlayer)</video>
        <p class="actions"><a class="button" href="claim/download/\(video.key)?ct=\(token)">\
        \(words.download(bytes: video.bytes))</a></p>
        \(video.isCurrent || work?.isGoingOn == true ? nil : HTML.note(words.isOutdated))
        """
    }

    private func progress(_ work: Work) -> HTML {
        switch work {
        case .failed(let reason):
            return .note(words.failed(reason))
        case .waiting(let count):
            return """
                <div class="note" role="status"><p>\(words.waiting(before: count))</p>
                <progress aria-label="\(words.video)"></progress><p>\(hint)</p></div>
                """
        case .rendering(let fraction):
            let percent = Int(min(max(fraction, 0), 1) * 100)
            return """
                <div class="note" role="status"><p>\(words.rendering(percent))</p>
                <progress aria-label="\(words.video)" max="100" value="\(percent)"></progress><p>\(hint)</p></div>
                """
        }
    }

    private var hint: String { video == nil ? words.reloadsItself : words.reloadForNewer }

    // MARK: - The timeline

    private var pictures: HTML? {
        guard timeline.isReady else { return nil }
        let starts = timeline.starts
        let cards = timeline.segments.enumerated().map { card($1, number: $0 + 1, start: starts[$0]) }
        return """
            <section aria-labelledby="timeline">
            <h2 id="timeline">\(words.timeline)</h2>
            <ol class="pictures \(timeline.aspect.styleClass)">
            \(cards)</ol>
            </section>
            """
    }

    private func card(_ segment: Segment, number: Int, start: Milliseconds) -> HTML {
        let name = segment.name.stem.plain(limit: 80)
        let transition = timeline.shownTransition(into: number - 1)
        let change: HTML? =
            number == 1 ? nil : "<p class=\"change\">\(transition.name(in: words.language))</p>"
        // As in the video: it fills the frame, or is seen whole.
        let fit: HTML? = segment.fills(timeline.aspect) ? nil : " class=\"whole\""
        return """
            <li>
            <img\(fit) src="claim/picture/\(SegmentPicture(segment).key)?ct=\(token)" loading="lazy" decoding="async" \
            alt="\(words.kind(segment.kind)) \(number): \(name)">
            <p class="name"><bdi>\(name)</bdi></p>
            <p class="time">\(words.span(start, segment.duration))</p>
            \(change)
            </li>

            """
    }

    // MARK: - Text and music

    private var texts: HTML? {
        guard !timeline.texts.isEmpty else { return nil }
        let lines = timeline.texts.sorted { $0.start < $1.start }.map { text -> HTML in
            """
            <li><p class="words"><bdi>\(text.text.plain(limit: 400))</bdi></p>
            <p class="time">\(words.span(text.start, text.duration)) · \
            \(text.style.position.name(in: words.language))</p></li>

            """
        }
        return """
            <section aria-labelledby="text">
            <h2 id="text">\(words.text)</h2>
            <ul class="texts">
            \(lines)</ul>
            </section>
            """
    }

    private var music: HTML? {
        guard timeline.isReady else { return nil }
        return """
            <section aria-labelledby="music">
            <h2 id="music">\(words.music)</h2>
            <p><bdi>\(words.musicLine(timeline.music))</bdi></p>
            </section>
            """
    }
}

extension HTML {
    fileprivate static func note(_ text: String) -> HTML { "<p class=\"note\">\(text)</p>" }
}

extension Aspect {
    /// A class of the style sheet: the page may hold no style of its own.
    fileprivate var styleClass: String {
        switch self {
        case .landscape: "landscape"
        case .portrait: "portrait"
        case .square: "square"
        case .tall: "tall"
        }
    }
}
