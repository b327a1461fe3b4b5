import StudioAPI
import Testing
import Timeline

@Suite struct DraftDigestTests {
    private func digest(_ text: String, at location: SourceLocation = #_sourceLocation) throws -> DraftDigest {
        DraftDigest(try #require(RawJSON(Array(text.utf8)), sourceLocation: location))
    }

    private func changes(
        _ old: String,
        _ new: String,
        _ language: Language = .english,
        at location: SourceLocation = #_sourceLocation
    ) throws -> [String] {
        try digest(new, at: location).changes(from: digest(old, at: location), language: language)
    }

    private let city =
        #"{"tt":0,"sg":[{"d":10000,"m":{"name":"city timelapse","url":"https://cdn.example.invalid/clip.mp4"}}]}"#
    private let lofi = #"{"tt":1,"sg":[{"d":10000,"m":{"name":"Lo-fi","volume":0.35}}]}"#
    private let title =
        #"{"tt":7,"sg":[{"d":3000,"m":{"text":"Urban Dreams","color":"white","position":"top-center","fade_in_ms":3000}}]}"#

    private func draft(_ tracks: String..., length: Int = 10_000, rev: Int = 1) -> String {
        #"{"t":[\#(tracks.joined(separator: ","))],"d":\#(length),"m":{"rev":\#(rev)}}"#
    }

    @Test func theLineOfTheContract() throws {
        let digest = try digest(draft(city, lofi, title))
        #expect(digest.isReady)
        #expect(digest.timeline == nil)
        #expect(digest.duration == .seconds(10))
        #expect(
            digest.summary
                == "Timeline (3 tracks): 1. Video: city timelapse (0-10s) 2. BGM: Lo-fi (0-10s, 35%) 3. Title: \"Urban Dreams\" (0-3s)"
        )
    }

    @Test func aTitleAddedWithoutAWord() throws {
        let paradise = title.replacing("Urban Dreams", with: "Paradise Found")
        let english = try changes("null", draft(paradise, length: 3000))
        #expect(english == ["✅ Title added: 'Paradise Found' (white, top-center, 3s)"])
        let chinese = try changes(draft(city), draft(city, paradise, rev: 2), .chinese)
        #expect(chinese == ["✅ 已添加标题：“Paradise Found”（白色，顶部居中，3 秒）"])
    }

    @Test func everyKindOfSilentEditIsTold() throws {
        let all = draft(city, lofi, title)
        #expect(try changes(all, all).isEmpty)
        #expect(try changes(all, draft(city, lofi, title, rev: 9)).isEmpty)
        #expect(
            try changes("{}", all) == [
                "✅ Clip 1 (city timelapse) added (0-10s)", "✅ Title added: 'Urban Dreams' (white, top-center, 3s)",
                "✅ Music added: Lo-fi (35%)", "The video is now 10 s long.",
            ]
        )
        #expect(
            try changes(
                all,
                draft(city.replacing("10000", with: "8000"), lofi.replacing("10000", with: "8000"), title, length: 8000)
            )
                == ["✅ Clip 1 (city timelapse): 10 s -> 8 s", "The video is now 8 s long."]
        )
        #expect(
            try changes(all, draft(city, lofi.replacing("0.35", with: "0.2"), title)) == ["✅ Music volume: 35% -> 20%"]
        )
        #expect(
            try changes(all, draft(city, lofi.replacing("Lo-fi", with: "Piano"), title)) == ["✅ Music: Lo-fi -> Piano"]
        )
        #expect(try changes(all, draft(city, title)) == ["✅ Music removed: Lo-fi"])
        #expect(try changes(all, draft(city, lofi)) == ["✅ Title removed: 'Urban Dreams'"])
        #expect(
            try changes(
                all,
                draft(city, lofi, title.replacing("white", with: "red").replacing("\"d\":3000", with: "\"d\":4000"))
            )
                == ["✅ Title 'Urban Dreams': white -> red, 0-3s -> 0-4s"]
        )
        #expect(
            try changes(all, draft(city, lofi, title.replacing("Urban Dreams", with: "City")), .chinese)
                == ["✅ 标题“Urban Dreams”：“Urban Dreams” → “City”"]
        )
        #expect(
            try changes(all, draft(city, lofi, title.replacing("_ms\":3000", with: "_ms\":500")))
                == ["✅ Title 'Urban Dreams': fade in 3 s -> 0.5 s"]
        )
        #expect(
            try changes(
                all,
                draft(city.replacing("\"name\"", with: #""brightness":0.25,"effects":[1],"name""#), lofi, title)
            )
                == ["✅ Clip 1 (city timelapse): brightness: 0.25, effects added"]
        )
        #expect(
            try changes(all, all.replacing("\"rev\":1", with: "\"aspect\":\"9:16\",\"rev\":4")) == ["✅ Aspect: 9:16"]
        )
    }

    @Test func photosAreToldByNumberAndName() throws {
        func photos(_ names: [String], _ length: Int = 4000) -> String {
            let segments = names.map { #"{"d":\#(length),"m":{"name":"\#($0)"}}"# }
            return draft(#"{"tt":0,"sg":[\#(segments.joined(separator: ","))]}"#, length: names.count * length)
        }
        let names = ["a.jpg", "b.jpg", "c.jpg", "d.jpg"]
        #expect(
            try digest(photos(names)).summary == "Timeline (1 track): 1. Video: a, b, … d (4 photos, 0-16s)"
        )
        #expect(
            try changes(photos(names), photos(["a.jpg", "c.jpg", "d.jpg"]))
                == ["✅ Photo 2 (b.jpg) removed (was at 4-8s)", "The video is now 12 s long."]
        )
        #expect(
            try changes(photos(names), photos(["d.jpg", "a.jpg", "b.jpg", "c.jpg"]))
                == ["✅ d.jpg moved: photo 4 -> photo 1 (0-4s)"]
        )
        #expect(
            try changes(photos(names), photos(names, 3000))
                == ["✅ All 4 photos: 4 s -> 3 s each", "The video is now 12 s long."]
        )
        #expect(
            try changes(photos(names), photos(["a.jpg", "x.jpg", "c.jpg", "d.jpg"])) == ["✅ Photo 2: b.jpg -> x.jpg"]
        )
        // The same photo twice is two photos, each still itself.
        #expect(
            try changes(photos(["a.jpg", "b.jpg", "a.jpg"]), photos(["a.jpg", "b.jpg", "a.jpg"], 3000))
                == ["✅ All 3 photos: 4 s -> 3 s each", "The video is now 9 s long."]
        )
        #expect(
            try changes(photos(["a.jpg"]), photos(["a.jpg", "a.jpg"]))
                == ["✅ Photo 2 (a.jpg) added (4-8s)", "The video is now 8 s long."]
        )
    }

    @Test func ourOwnDraftsAreToldAsTimelines() throws {
        var timeline = Timeline(aspect: .square)
        let photo = Segment(
            id: "s",
            media: "m",
            kind: .photo,
            name: "a.jpg",
            size: PixelSize(width: 3, height: 2),
            duration: .seconds(4)
        )
        timeline.segments = [photo]
        var later = timeline
        later.segments[0].fit = .blur
        let digests = [Timeline(aspect: .square), timeline, later].map { DraftDigest(JSONValue(Draft($0))) }
        #expect(digests.map(\.isReady) == [false, true, true])
        for language in Language.allCases {
            #expect(
                digests[2].changes(from: digests[1], language: language)
                    == TimelineDiff.sentences(from: timeline, to: later, language: language)
            )
            #expect(
                digests[1].changes(from: DraftDigest(), language: language)
                    == TimelineDiff.sentences(from: Timeline(), to: timeline, language: language)
            )
        }
    }

    @Test func volumesComeInEitherScale() throws {
        for (volume, shown) in [
            ("0.35", "35%"), ("35", "35%"), ("1", "100%"), ("0", "0%"), ("\"0.5\"", "50%"), ("120", "120%"),
        ] {
            let summary = try digest(draft(lofi.replacing("0.35", with: volume))).summary
            #expect(summary == "Timeline (1 track): 1. BGM: Lo-fi (0-10s, \(shown))")
        }
    }

    @Test func whatIsMissingOrUnknownIsSurvived() throws {
        let odd = #"""
            {"zz":{"q":1},"t":[{"tt":0,"sg":[{"d":2500.4},{"m":{"url":"https://x.invalid/a/b%20c.jpg?sig=1"},"d":"1500"},{"d":-5}]},
            {"tt":3,"sg":[{"d":1000,"m":{"name":"sparkles"}}]},{"tt":"audio","sg":[{}]},{"sg":[{"m":{"text":"hi"}}]},
            {"tt":0,"sg":[]},{"tt":1},7,null,{"tt":7,"sg":[null,{"s":2000,"d":1000,"m":{"text":"late"}}]}]}
            """#
        let digest = try digest(odd)
        #expect(digest.isReady)
        #expect(
            digest.summary
                == "Timeline (5 tracks): 1. Video: untitled (0-2.5s), b%20c (2.5-4s), untitled (4-4s) 2. Other: sparkles (0-1s) 3. BGM: music (0-0s) 4. Title: \"hi\" (0-0s) 5. Title: \"\" (0-0s), \"late\" (2-3s)"
        )
        for text in [
            "null", "[]", "3", "{}", #"{"t":{}}"#, #"{"t":[{"tt":0,"sg":[]}]}"#, #"{"t":[{"tt":0,"sg":{"a":1}}]}"#,
        ] {
            #expect(try !self.digest(text).isReady)
        }
    }

    @Test func nothingSecretAndNoControlCharacterIsTold() throws {
        let old = draft(city, title)
        let new = draft(
            city.replacing(
                "\"name\"",
                with: #""auth_token":"nmv_usr_1234567890","look":"https://x.invalid/?sig=9","asset_id":"77","name""#
            ),
            title.replacing("Urban Dreams", with: #"Urban\u001b[31m\nDreams\u009b"#)
        )
        for language in Language.allCases {
            let told = try changes(old, new, language).joined(separator: "|")
            #expect(!told.contains("nmv_usr") && !told.contains("sig=") && !told.contains("77"))
            #expect(told.unicodeScalars.allSatisfy { $0.value >= 32 && !(0x7F...0x9F).contains($0.value) })
            #expect(told.contains("Urban [31m Dreams"))
        }
    }
}

extension JSONValue {
    /// The draft as it arrives.
    fileprivate init(_ draft: Draft) {
        self = .object([
            "t": .array(
                draft.t.map { track in
                    .object([
                        "tt": .int(track.tt),
                        "sg": .array(track.sg.map { .object(["d": .int($0.d), "m": .object($0.m)]) }),
                    ])
                }
            ),
            "d": .int(draft.d),
            "m": .object(draft.m),
        ])
    }
}
