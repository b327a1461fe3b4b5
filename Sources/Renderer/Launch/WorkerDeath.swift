internal import Foundation

/// A worker that ended before it answered.
struct WorkerDeath: Error, Hashable, Sendable {
    enum Cause: Hashable, Sendable {
        /// Killed by this signal, or 0 when it left by itself.
        case ended(signal: Int32)
        /// Gave no sign of life for too long and was killed.
        case hung
        /// Could not be started; what the system says about it.
        case notStarted(String)
    }

    var cause: Cause
    /// The names of the media it was reading at the time.
    var reading: [String]

    /// A sentence for the person.
    var message: String {
        if case .notStarted(let reason) = cause {
            return "The renderer cannot be started (\(reason)). Installing it again may help."
        }
        let what = cause == .hung ? "stopped answering" : "stopped"
        guard !reading.isEmpty else {
            return "The renderer \(what) in the middle of its work, perhaps for want of memory. Try again."
        }
        let names = reading.sorted().formatted(.list(type: .or))
        return "The renderer \(what) while it was reading \(names). The file may be damaged: "
            + "save it anew in another program, or leave it out."
    }
}
