public import Foundation
import Synchronization

/// What a render does in its folders, by which its moments are told.
public enum RenderStage: Hashable, Sendable, CaseIterable {
    /// A chunk's or the sound's file is begun, grows, and gets its name in the cache.
    case begun, growing, kept
    /// The video's file is begun, which is the first of all; it grows, and gets its name.
    case opened, joining, named
    /// The video is in the person's folder, where a studio keeps its own elsewhere.
    case fetched
}

/// A moment of a render: so many times a stage was reached, and a little later.
public struct RenderMoment: Sendable, CustomStringConvertible {
    public var stage: RenderStage
    public var count: Int
    /// In microseconds.
    public var delay: UInt32

    /// - Parameter counts: How often each stage was reached when nobody disturbed.
    public init(_ counts: [RenderStage: Int], using random: inout Random) {
        stage = random.pick(RenderStage.allCases.filter { counts[$0, default: 0] > 0 })
        count = random.number(1...counts[stage, default: 1])
        delay = random.isTrue() ? 0 : UInt32(random.number(0...15_000))
    }

    public var description: String { "\(stage) \(count), and \(delay) µs" }
}

/// Watches a render's folders: counts its stages, does something at a moment, and looks that nothing but the whole
/// video is ever seen under the video's name.
public final class RenderWatch: Sendable {
    private let watch: FolderWatch
    private let stages: StageCounter
    private let ended = Event()
    private let lookEnded: Event
    private let wrongSights: Log<String>

    /// - Parameters:
    ///   - renders: The folder in which a studio keeps its videos; nil when there is none between.
    ///   - output: The path of the video.
    ///   - isWhole: Whether bytes that are seen under its name may be seen there.
    ///   - action: Done at the moment, once.
    public init(
        cache: String,
        renders: String? = nil,
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
        @Sendable func look() {
            guard let seen = FileManager.default.contents(atPath: output), !isWhole(seen) else { return }
            wrongSights.add("\(seen.count) bytes")
        }
        watch = FolderWatch([partials, folder] + (renders.map { [$0] } ?? [])) { event in
            if event.folder == folder, event.name == name {
                // It has its name when it is whole, and is never written again.
                if event.change == .written { wrongSights.add("\(event)") }
                if event.change == .made || event.change == .arrived { look() }
            }
            let place: Place =
                event.folder == partials ? .cache : event.folder == renders || renders == nil ? .renders : .output
            if let stage = Self.stage(of: event, in: place, name: name) { stages.reach(stage) }
        }
        let (ended, lookEnded) = (ended, Event())
        let looking = Thread {
            while !ended.value {
                look()
                usleep(300)
            }
            lookEnded.set()
        }
        looking.start()
        self.stages = stages
        self.wrongSights = wrongSights
        self.lookEnded = lookEnded
    }

    /// Ends the watch.
    public func finish() {
        watch.finish()
        ended.set()
        lookEnded.waitOnThread()
    }

    /// How often each stage was reached.
    public var counts: [RenderStage: Int] { stages.counts }
    /// The moment has come.
    public var hasActed: Bool { stages.hasActed }
    /// What was seen under the video's name and should not have been.
    public var wrong: [String] { wrongSights.values }

    private enum Place {
        case cache, renders, output
    }

    private static func stage(of event: FolderWatch.Event, in place: Place, name: String) -> RenderStage? {
        switch (place, event.change) {
        case (.cache, .made): .begun
        case (.cache, .written): .growing
        case (.cache, .left): .kept
        case (.renders, .made): .opened
        case (.renders, .written): .joining
        case (.renders, .arrived): .named
        case (.output, .made), (.output, .arrived): event.name == name ? .fetched : nil
        default: nil
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
