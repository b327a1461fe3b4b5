import ProgramKit
import Testing

@testable import Terminal

/// Pictures as a terminal gets to see them.
struct PictureTests {
    /// Red at the left, blue at the right.
    static func halves(width: Int = 60, height: Int = 40) throws -> Picture {
        let row = (0..<width).flatMap { $0 < width / 2 ? [220, 20, 20] as [UInt8] : [20, 20, 220] }
        return try #require(
            Picture(width: width, height: height, rgb: Array(repeating: row, count: height).flatMap(\.self))
        )
    }

    private func near(_ one: [Int], _ other: [Int], within most: Int = 12) -> Bool {
        zip(one, other).allSatisfy { abs($0 - $1) <= most }
    }

    // MARK: What a terminal can show

    @Test(arguments: [
        (["TERM": "xterm-kitty"], PictureForm(.kitty)),
        (["TERM": "xterm-ghostty", "COLORTERM": "truecolor"], PictureForm(.kitty)),
        (["TERM": "xterm-256color", "TERM_PROGRAM": "iTerm.app"], PictureForm(.iTerm2)),
        (["TERM": "xterm-256color", "LC_TERMINAL": "iTerm2"], PictureForm(.iTerm2)),
        (["TERM": "foot", "COLORTERM": "truecolor"], PictureForm(.sixel)),
        (["TERM": "xterm-256color", "TERM_PROGRAM": "mintty"], PictureForm(.sixel)),
        (["TERM": "xterm-256color"], PictureForm(.blocks)),
        (["TERM": "xterm-256color", "TERM_PROGRAM": "Apple_Terminal"], PictureForm(.blocks, .indexed256)),
        (["TERM": "linux"], PictureForm(.blocks, .indexed16)),
        (["TERM": "xterm-16color"], PictureForm(.blocks, .indexed16)),
        // A multiplexer keeps characters alone, whatever terminal it was started in.
        (["TERM": "tmux-256color", "TMUX": "/tmp/tmux", "KITTY_PID": "3"], PictureForm(.blocks, .indexed256)),
        (["TERM": "xterm-kitty", "TMUX": "/tmp/tmux"], PictureForm(.blocks)),
        (["TERM": "screen-256color", "STY": "1.pts", "COLORTERM": "truecolor"], PictureForm(.blocks)),
        (["TERM": "xterm-kitty", "NO_COLOR": "1"], nil),
        (["TERM": "dumb"], nil),
        (["TERM": "vt220"], nil),
        ([:], nil),
    ])
    func theFormFollowsTheEnvironment(_ environment: [String: String], _ wanted: PictureForm?) {
        let name = environment["TERM"] ?? ""
        var traits = TerminalTraits(isInteractive: !name.isEmpty && name != "dumb", hasColour: true, marksPastes: false)
        traits.hasColour = traits.isInteractive && environment["NO_COLOR"] == nil
        #expect(PictureForm(traits, environment: environment) == wanted)
    }

    @Test func whatIsNoTerminalShowsNoPictures() {
        let traits = TerminalTraits(descriptor: -1, environment: ["TERM": "xterm-kitty"])
        #expect(PictureForm(traits, environment: ["TERM": "xterm-kitty"]) == nil)
    }

    // MARK: What it gets

    @Test(arguments: [(PictureForm.Kind.kitty, ScreenPicture.Form.kitty), (.iTerm2, .iTerm2), (.sixel, .sixel)])
    func aPictureArrivesInItsColours(_ kind: PictureForm.Kind, _ form: ScreenPicture.Form) throws {
        let canvas = PictureCanvas(form: PictureForm(kind), cell: .usual)
        var screen = VirtualScreen()
        screen.take(canvas.drawn(try Self.halves(), in: CellArea(columns: 6, rows: 2)).joined())
        let picture = try #require(screen.pictures.first)
        #expect(screen.pictures.count == 1 && screen.unknown == [] && screen.lines == [])
        #expect(picture.form == form)
        #expect(picture.cells.map { $0 == (6, 2) } ?? (picture.width <= 60 && (30...40).contains(picture.height)))
        #expect(near(picture.colour(0.2, 0.5), [220, 20, 20]), "\(picture.colour(0.2, 0.5))")
        #expect(near(picture.colour(0.8, 0.5), [20, 20, 220]), "\(picture.colour(0.8, 0.5))")
    }

    @Test(arguments: [PictureForm.Colours.direct, .indexed256, .indexed16])
    func withoutPicturesThereAreBlocksInColour(_ colours: PictureForm.Colours) throws {
        let canvas = PictureCanvas(form: PictureForm(.blocks, colours), cell: nil)
        let lines = canvas.drawn(try Self.halves(), in: CellArea(columns: 6, rows: 2))
        #expect(lines.count == 2)
        for line in lines {
            // Each line ends without a colour, so that anything may stand beside it.
            #expect(line.hasSuffix("\u{1B}[0m"), "\(line.debugDescription)")
            let cells = Self.cells(of: line)
            #expect(cells.count == 6)
            guard colours == .direct else { continue }
            #expect(near(cells[0], [220, 20, 20]) && near(cells[5], [20, 20, 220]), "\(cells)")
        }
        var screen = VirtualScreen(columns: 6, rows: 3)
        screen.take(lines.joined(separator: "\r\n"))
        #expect(screen.unknown == [] && screen.cursor.row == 1)
    }

    /// The colours of the characters of a line, each of which is full of one.
    private static func cells(of line: String) -> [[Int]] {
        var (front, back, isInverse): ([Int], [Int], Bool) = ([], [], false)
        var cells: [[Int]] = []
        var rest = Substring(line)
        while let first = rest.first {
            if first == "\u{1B}", let end = rest.firstIndex(of: "m") {
                var codes = rest[..<end].dropFirst(2).split(separator: ";").compactMap { Int($0) }[...]
                while let code = codes.popFirst() {
                    switch code {
                    case 0: (front, back, isInverse) = ([], [], false)
                    case 7: isInverse = true
                    case 38: front = Array(codes.prefix(4).dropFirst())
                    case 48: back = Array(codes.prefix(4).dropFirst())
                    default: continue
                    }
                    if code == 38 || code == 48 { codes = codes.dropFirst(4) }
                }
                rest = rest[rest.index(after: end)...]
            } else {
                cells.append((first == " ") == isInverse ? front : back)
                rest.removeFirst()
            }
        }
        return cells
    }

    @Test func sixelsNeedToKnowHowLargeACharacterIs() {
        #expect(PictureCanvas(form: PictureForm(.sixel), cell: nil).kind == .blocks)
        #expect(PictureCanvas(form: PictureForm(.kitty), cell: nil).kind == .kitty)
    }

    @Test func aPictureKeepsItsShape() throws {
        let area = CellArea(columns: 30, rows: 10)
        func place(_ width: Int, _ height: Int) throws -> CellArea {
            area.fitting(try Self.halves(width: width, height: height), cell: .usual)
        }
        #expect(try place(300, 200) == CellArea(columns: 30, rows: 10))
        #expect(try place(200, 400) == CellArea(columns: 10, rows: 10))
        #expect(try place(480, 32) == CellArea(columns: 30, rows: 1))
        // Even what is next to nothing is to be seen.
        #expect(try place(2, 480) == CellArea(columns: 1, rows: 10))
        #expect(Picture(width: 2, height: 2, rgb: [0, 0, 0]) == nil)
        #expect(Picture(width: 0, height: 0, rgb: []) == nil)
    }

    // MARK: Cards on a screen

    private func cards(_ names: [String]) throws -> [Card] {
        let picture = try Self.halves()
        return names.enumerated().map { index, name in
            Card(picture, caption: [StyledText("\(index + 1) · 0:0\(index)", .accent), StyledText(name)])
        }
    }

    @Test(arguments: [PictureForm.Kind.kitty, .iTerm2, .sixel])
    func picturesStandAboveThePromptAndAboveTheirWords(_ kind: PictureForm.Kind) async throws {
        let fixture = try EditorFixture()
        let screen = EditorScreen(fixture.editor, hasColour: true, pictures: PictureForm(kind))
        fixture.type("half a line")
        fixture.waitFor(lines: ["› half a line"])
        #expect(screen.cardsPerRow == 2)
        // Twice, so that the second row begins at the bottom and has to scroll.
        for row in 1...2 {
            screen.show(try cards(["beach.jpg", "第二张很长的照片的名字.jpg"]))
            fixture.waitFor("row \(row)") { $0.pictures.count == row * 2 && $0.lines.last == "› half a line" }
        }
        let shown = fixture.screen.history
        let captions = shown.indices.filter { shown[$0].hasPrefix("1 · 0:00") }
        #expect(captions.count == 2)
        for (index, picture) in fixture.screen.pictures.enumerated() {
            let caption = captions[index / 2]
            let rows = picture.cells?.rows ?? (picture.height + 19) / 20
            #expect(picture.row + rows <= caption && picture.row + rows >= caption - 1, "right above its words")
            #expect(picture.column == (index % 2 == 0 ? 0 : 20))
            let over = shown[picture.row..<caption].filter { !$0.isEmpty }
            #expect(over == [], "nothing is written over it")
            #expect(near(picture.colour(0.2, 0.5), [220, 20, 20]))
        }
        #expect(shown[captions[0] + 1] == "beach.jpg           第二张很长的照片…")
        #expect(fixture.screen.unknown == [])
        fixture.type("!\r")
        #expect(await fixture.nextEvent() == .line("half a line!"))
        await fixture.editor.close()
    }

    @Test func blocksStandBesideEachOther() async throws {
        let fixture = try EditorFixture()
        let screen = EditorScreen(fixture.editor, hasColour: true, pictures: PictureForm(.blocks))
        screen.show(try cards(["a.jpg", "b.jpg"]))
        fixture.waitFor("the prompt below") { $0.lines.last == "›" && $0.lines.count > 6 }
        #expect(
            fixture.screen.lines.suffix(4) == ["1 · 0:00            2 · 0:01", "a.jpg               b.jpg", "", "›"]
        )
        #expect(fixture.screen.unknown == [])
        await fixture.editor.close()
    }

    @Test func aNarrowTerminalHasOneInARowAndANarrowerOneShortensTheName() async throws {
        let fixture = try EditorFixture(columns: 20)
        let screen = EditorScreen(fixture.editor, hasColour: true, pictures: PictureForm(.kitty))
        #expect(screen.cardsPerRow == 1)
        screen.show([Card(try Self.halves(), caption: [StyledText("第一张特别长的照片名字.jpg")])])
        fixture.waitFor("the name") { $0.lines.last == "›" && $0.lines.contains("第一张特别长的照片…") }
        fixture.resize(columns: 90)
        #expect(screen.cardsPerRow == 4)
        // Cards that were gathered for a wider screen.
        fixture.resize(columns: 20)
        let before = fixture.screen.pictures.count
        screen.show(try cards(["a.jpg", "b.jpg", "c.jpg"]))
        fixture.waitFor("a row for each") { $0.pictures.count == before + 3 && $0.lines.contains("c.jpg") }
        #expect(fixture.screen.pictures.allSatisfy { $0.column == 0 })
        fixture.resize(columns: 12)
        screen.show([Card(try Self.halves(), caption: [StyledText("photo-number-7.jpg")])])
        fixture.waitFor("the name") { $0.lines.contains("photo-numb…") }
        let narrow = try #require(fixture.screen.pictures.last?.cells)
        #expect(narrow.columns <= 11)
        await fixture.editor.close()
    }

    @Test func fewPicturesAndHighOnesGetMoreRoom() throws {
        let layout = CardLayout(columns: 80, rows: 24)
        func area(_ count: Int, of total: Int, high: Bool = false) throws -> CellArea {
            let picture = try Self.halves(width: high ? 90 : 160, height: high ? 160 : 90)
            return layout.area(Array(repeating: Card(picture, caption: [], of: total), count: count))
        }
        #expect(try area(4, of: 5) == CellArea(columns: 18, rows: 6))
        #expect(try area(1, of: 5) == CellArea(columns: 18, rows: 6), "a last row is like the others")
        #expect(try area(3, of: 3) == CellArea(columns: 25, rows: 8))
        #expect(try area(2, of: 2) == CellArea(columns: 36, rows: 12))
        #expect(try area(4, of: 5, high: true) == CellArea(columns: 18, rows: 10))
    }

    /// Some terminals draw a family as one, others its members: what stands beside it is put to its place.
    @Test func namesWhoseWidthIsUncertainPushNothingAside() throws {
        let painter = CardPainter(PictureForm(.blocks), descriptor: -1)
        let lines = painter.lines(try cards(["👨‍👩‍👧.jpg", "b.jpg", "c.jpg"]))
        #expect(lines.contains { $0.contains("👨‍👩‍👧.jpg\r\u{1B}[20Cb.jpg\r\u{1B}[40Cc.jpg") })
    }

    @Test func whereThereIsNoPictureThereAreWords() async throws {
        let fixture = try EditorFixture()
        let screen = EditorScreen(fixture.editor, hasColour: true, pictures: PictureForm(.kitty))
        let gap = Card(nil, placeholder: StyledText("(no picture)"), caption: [StyledText("gone.jpg")])
        screen.show([gap, try cards(["b.jpg"])[0]])
        fixture.waitFor("the words") { $0.lines.contains("(no picture)") && $0.lines.last == "›" }
        #expect(fixture.screen.pictures.map(\.column) == [20])
        await fixture.editor.close()
    }

    @Test func oneAloneTakesTheWholeWidth() async throws {
        let fixture = try EditorFixture(columns: 60)
        let screen = EditorScreen(fixture.editor, hasColour: true, pictures: PictureForm(.kitty))
        screen.show([Card(try Self.halves(width: 480, height: 100), caption: ["wide.jpg"], isLarge: true)])
        fixture.waitFor("it") { $0.pictures.count == 1 && $0.lines.last == "›" }
        let wide = try #require(fixture.screen.pictures.first?.cells)
        #expect(wide.columns >= 55)
        await fixture.editor.close()
    }

    @Test func whatANameHoldsNeverDraws() async throws {
        let fixture = try EditorFixture()
        let screen = EditorScreen(fixture.editor, hasColour: true, pictures: PictureForm(.blocks))
        screen.show([Card(nil, caption: [StyledText("a\u{1B}_Ga=T;AAAA\u{1B}\\b\u{1B}[2Jc\nd.jpg")])])
        fixture.waitFor("the name") { $0.lines.contains("abc d.jpg") }
        #expect(fixture.screen.unknown == [] && fixture.screen.pictures.isEmpty)
        await fixture.editor.close()
    }
}
