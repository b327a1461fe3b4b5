import StudioAPI
import StudioClient
import Terminal
import Timeline

// Reaching the studio.
extension Conversation {
    mutating func told(_ notice: ConnectNotice) {
        switch notice {
        case .settingUp, .waitingForOtherBuild:
            let text = phrases.connecting(notice)
            // Beside a pipe it is progress, not a reply; and a studio that is only found again needs no line that stays.
            if settings.isInteractive, studio == nil { say(text, .dim) } else { connecting = text }
        case .slowedDown(let left):
            slowedDown = left > .zero ? left : nil
        }
    }

    mutating func connected(_ connection: Connection, continuing: Bool) {
        studio = connection
        if settings.isInteractive {
            if settings.isFirstStart {
                say(phrases.welcome)
                for example in phrases.examples { say("  " + example, .dim) }
            }
            say(phrases.ready(at: connection.isLocal ? nil : connection.host), .dim)
        }
        for job in connection.jobs {
            say(phrases.takingUp(job.name))
            enqueue(
                ExportOrder(
                    id: job.id,
                    session: job.session,
                    output: RenderOutput(),
                    target: .anyName(base: job.name, folder: job.folder)
                ),
                silently: true
            )
        }
        if continuing { start(.readDraft(.takenUp)) }
    }

    var isLocal: Bool { studio?.isLocal ?? true }
}
