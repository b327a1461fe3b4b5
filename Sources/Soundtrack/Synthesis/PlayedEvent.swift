/// A message to the synthesizer at a frame.
struct PlayedEvent {
    enum Action {
        case control(channel: Int, controller: Int, value: Int)
        case noteOff(channel: Int, pitch: Int)
        case noteOn(channel: Int, pitch: Int, velocity: Int)
    }

    var time: Int
    var action: Action

    /// What has to happen first among events of one time: keys are let go and pedals move before keys are struck.
    private var rank: Int {
        switch action {
        case .noteOff: 0
        case .control: 1
        case .noteOn: 2
        }
    }

    /// All of a score's events in the order in which they are played.
    static func sequence(of score: Score) -> [PlayedEvent] {
        var events: [PlayedEvent] = []
        events.reserveCapacity(score.notes.count * 2 + score.controls.count)
        for control in score.controls {
            let channel = control.part.channel
            let action = Action.control(channel: channel, controller: control.controller.rawValue, value: control.value)
            events.append(PlayedEvent(time: control.time, action: action))
        }
        for note in score.notes {
            let channel = note.part.channel
            let on = Action.noteOn(channel: channel, pitch: note.pitch, velocity: note.velocity)
            events.append(PlayedEvent(time: note.start, action: on))
            events.append(PlayedEvent(time: note.end, action: .noteOff(channel: channel, pitch: note.pitch)))
        }
        // The place in the list decides last, so that the order is the same everywhere.
        return events.enumerated()
            .sorted { ($0.element.time, $0.element.rank, $0.offset) < ($1.element.time, $1.element.rank, $1.offset) }
            .map(\.element)
    }
}
