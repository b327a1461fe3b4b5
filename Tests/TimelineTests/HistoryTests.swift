import Foundation
import TestKit
import Testing
import Timeline

@Suite struct HistoryTests {
    private func history(segments: Int = 3) -> History {
        var random = Random(seed: 7)
        return History(random.timeline(segments: segments...segments))
    }

    private func undo(_ history: inout History, _ expected: Bool) {
        let isUndone = history.undo()
        #expect(isUndone == expected)
    }

    private func redo(_ history: inout History, _ expected: Bool) {
        let isRedone = history.redo()
        #expect(isRedone == expected)
    }

    @Test func undoAndRedoWalkThroughEveryState() throws {
        var random = Random(seed: 2)
        for _ in 0..<300 {
            var history = History(random.timeline(segments: 0...5))
            var states = [history.timeline]
            for _ in 0..<30 {
                let before = history
                do {
                    try history.perform([random.command(for: history.timeline), .setCutsOnBeat(random.isTrue())])
                    if history.timeline != states.last { states.append(history.timeline) }
                } catch {
                    #expect(history == before, "a refused step changes nothing")
                }
            }
            for state in states.dropLast().reversed() {
                undo(&history, true)
                #expect(history.timeline == state)
            }
            #expect(!history.canUndo)
            undo(&history, false)
            for state in states.dropFirst() {
                redo(&history, true)
                #expect(history.timeline == state)
            }
            redo(&history, false)
        }
    }

    @Test func aNewEditForgetsWhatWasUndone() throws {
        var history = history()
        try history.perform([.setAspect(.square)])
        try history.perform([.setAspect(.portrait)])
        undo(&history, true)
        #expect(history.canRedo)
        try history.perform([.setAspect(.tall)])
        #expect(!history.canRedo)
        undo(&history, true)
        #expect(history.timeline.aspect == .square)
    }

    @Test func whatChangesNothingIsNoStep() throws {
        var history = History()
        try history.perform([.setAspect(.square)])
        undo(&history, true)
        try history.perform([.setAspect(.landscape), .batch([])])
        #expect(!history.canUndo)
        #expect(history.canRedo)
    }

    @Test func onlyTheLatestStepsAreKept() throws {
        var history = History()
        for count in 1...(History.limit + 5) {
            let defaults = Timeline.Defaults(stillDuration: Milliseconds(1000 + count))
            try history.perform([.setDefaults(defaults)])
        }
        var undone = 0
        while history.undo() { undone += 1 }
        #expect(undone == History.limit)
        #expect(history.timeline.defaults.stillDuration == Milliseconds(1005))
    }

    @Test func aStoredHistoryKeepsItsSteps() throws {
        var random = Random(seed: 3)
        for _ in 0..<50 {
            var history = History(random.timeline(segments: 1...5))
            let original = history.timeline
            for _ in 0..<10 { try? history.perform([random.command(for: history.timeline)]) }
            _ = history.undo()
            var stored = try JSONDecoder().decode(History.self, from: JSONEncoder().encode(history))
            #expect(stored == history)
            let canRedo = history.canRedo
            redo(&stored, canRedo)
            while stored.undo() {}
            #expect(stored.timeline == original)
        }
    }

    @Test func aCommandIsReadAsItWasWritten() throws {
        var random = Random(seed: 4)
        for _ in 0..<500 {
            let command = random.command(for: random.timeline(segments: 0...4))
            #expect(try JSONDecoder().decode(EditCommand.self, from: JSONEncoder().encode(command)) == command)
        }
    }
}
