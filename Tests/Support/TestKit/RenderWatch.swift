import Foundation
import Synchronization
import TestKit

/// What a render does in its folders, by which its moments are told.
enum RenderStage: Hashable, CaseIterable {
    /// A chunk's or the sound's file is begun, grows, and gets its name in the cache.
    case begun, growing, kept
    /// The video's file is begun, which is the first of all; it grows, and gets its name.
    case opened, joining, named
}

/// A moment of a render: so many times a stage was reached, and a little later.
struct RenderMoment: CustomStringConvertible {
    var stage: RenderStage
    var count: Int
    /// In microseconds.
    var delay: UInt32

    /// - Parameter counts: How often each stage was reached when nobody disturbed.
    init(_ counts: [RenderStage: Int], using random: inout Random) {
        stage = random.pick(RenderStage.allCases.filter { counts[$0, default: 0] > 0 })
        count = random.number(1...counts[stage, default: 1])
        delay = random.isTrue() ? 0 : UInt32(random.number(0...15_000))
    }

    var description: String { "\(stage) \(count), and \(delay) µs" }
}

/// Watches a render's folders: counts its stages, does something at a moment, and looks that nothing but the whole
/// video is ever seen under the video's name.
final class RenderWatch: Sendable {
    private let watch: FolderWatch
    private let stages: StageCounter
    private let ended = Event()
    private let lookEnded: Event
    private let wrongSights: Log<String>

    /// - Parameters:
    ///   - output: The path of the video.
    ///   - isWhole: Whether bytes that are seen under its name may be seen there.
    ///   - action: Done at the moment, once.
    init(
        cache: String,
        output: String,
        isWhole: @escaping @Sendable (Data) -> Bool,
        moment: RenderMoment? = nil,
        action: @escaping @Sendable () -> Void = {}
    ) throws {
        let partials = cache + "/partial"
        try FileManager.default.createDirectory(atPath: partials, withIntermediateDirectories: true)
        let url = URL(fileURLWithPath: output)
        let (folder, name) = (url.deletingLastPathComponent().path, url.lastPathComponent)
        let stages = StageCounter(moment: moment, action: action)
        let wrongSights = Log<String>()
        watch = FolderWatch([partials, folder]) { event in
            // It is given its name when it is whole, and never written again.
            if event.folder == folder, event.name == name, [.made, .written].contains(event.change) {
                wrongSights.add("\(event)")
            }
            if let stage = Self.stage(of: event, partials: partials, name: name) { stages.reach(stage) }
        }
        let (ended, lookEnded) = (ended, Event())
        let look = Thread {
            while !ended.value {
                if let seen = FileManager.default.contents(atPath: output), !isWhole(seen) {
                    wrongSights.add("\(seen.count) bytes")
                }
                usleep(300)
            }
            lookEnded.set()
        }
        look.start()
        self.stages = stages
        self.wrongSights = wrongSights
        self.lookEnded = lookEnded
    }

    /// Ends the watch.
    func finish() {
        watch.finish()
        ended.set()
        lookEnded.waitOnThread()
    }

    /// How often each stage was reached.
    var counts: [RenderStage: Int] { stages.counts }
    /// The moment has come.
    var hasActed: Bool { stages.hasActed }
    /// What was seen under the video's name and should not have been.
    var wrong: [String] { wrongSights.values }

    private static func stage(of event: FolderWatch.Event, partials: String, name: String) -> RenderStage? {
        if event.folder == partials {
            switch event.change {
            case .made: return .begun
            case .written: return .growing
            case .left: return .kept
            default: return nil
            }
        }
        if event.name == name { return event.change == .arrived ? .named : nil }
        switch event.change {
        case .made: return .opened
        case .written: return .joining
        default: return nil
        }
    }
}

private final class StageCounter: Sendable {
    private struct State {
        var counts: [RenderStage: Int] = [:]
        var hasActed = false
    }

    private let state = Mutex(State())
    private let moment: RenderMoment?
    private let action: @Sendable () -> Void

    init(moment: RenderMoment?, action: @escaping @Sendable () -> Void) {
        self.moment = moment
        self.action = action
    }

    var counts: [RenderStage: Int] { state.withLock { $0.counts } }
    var hasActed: Bool { state.withLock { $0.hasActed } }

    func reach(_ stage: RenderStage) {
        let isTheMoment = state.withLock { state in
            state.counts[stage, default: 0] += 1
            guard let moment, !state.hasActed, moment.stage == stage, moment.count == state.counts[stage] else {
                return false
            }
            state.hasActed = true
            return true
        }
        guard isTheMoment, let moment else { return }
        usleep(moment.delay)
        action()
    }
}
