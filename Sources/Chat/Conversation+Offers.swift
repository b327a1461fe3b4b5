import Terminal
import Translator

// Next steps, which the person takes by number or leaves.
extension Conversation {
    /// Offers these in place of what was offered before.
    mutating func offer(_ steps: [NextStep]) {
        offers = steps
        if !steps.isEmpty { say(phrases.offered(steps), .accent) }
    }

    /// The step the person means; when there is none, says so.
    mutating func offered(_ number: Int?) -> NextStep? {
        guard !offers.isEmpty else {
            say(phrases.nothingOffered)
            return nil
        }
        let index = number.map { $0 - 1 } ?? (offers.count == 1 ? 0 : -1)
        guard offers.indices.contains(index) else {
            say(phrases.whichStep)
            say(phrases.offered(offers), .accent)
            return nil
        }
        return offers[index]
    }

    mutating func take(_ step: NextStep) {
        switch step {
        case .export: start(.readDraft(.export(ExportWish())))
        case .send(let text): send(text)
        case .look(.timeline): start(.readDraft(.status))
        case .look(.credits): start(.credits)
        case .look(.upload): say(phrases.uploadHelp)
        case .add(let paths): add(Drop(paths: paths))
        case .fetch(let order):
            if !exports.orders.contains(where: { $0.id == order.id }) { enqueue(order, silently: false) }
        }
    }
}
