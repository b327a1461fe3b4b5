internal import Foundation

/// Values that are dear to make and used by several threads: each is made once, however many ask for it at the same
/// time, and the longest unused are let go when all together weigh too much.
final class Shelf<Key: Hashable & Sendable, Value: Sendable>: @unchecked Sendable {
    // @unchecked: everything below is touched only with `condition` locked.
    private let condition = NSCondition()
    private let capacity: Int
    private let weigh: @Sendable (Value) -> Int
    private var weight = 0
    private var clock = 0
    private var entries: [Key: Entry] = [:]

    private struct Entry {
        /// nil while a thread is making it.
        var value: Value?
        var weight = 0
        var lastUse: Int
    }

    /// - Parameters:
    ///   - capacity: What the values may weigh together; the one asked for last stays even if it weighs more.
    ///   - weigh: What a value weighs, in the units of the capacity.
    init(capacity: Int, weigh: @escaping @Sendable (Value) -> Int) {
        self.capacity = capacity
        self.weigh = weigh
    }

    /// The value of a key, made if need be.
    func value(for key: Key, make: () throws -> Value) throws -> Value {
        condition.lock()
        while let entry = entries[key] {
            clock += 1
            entries[key]?.lastUse = clock
            if let value = entry.value {
                condition.unlock()
                return value
            }
            condition.wait()
        }
        clock += 1
        entries[key] = Entry(lastUse: clock)
        condition.unlock()

        let made = Result(catching: make)

        condition.lock()
        defer {
            condition.broadcast()
            condition.unlock()
        }
        switch made {
        case .success(let value):
            clock += 1
            entries[key] = Entry(value: value, weight: weigh(value), lastUse: clock)
            weight += entries[key]?.weight ?? 0
            makeRoom(keeping: key)
            return value
        case .failure(let error):
            // Whoever waits tries for itself and gets the error at first hand.
            entries[key] = nil
            throw error
        }
    }

    private func makeRoom(keeping key: Key) {
        while weight > capacity {
            let oldest = entries.filter { $0.value.value != nil && $0.key != key }
                .min { $0.value.lastUse < $1.value.lastUse }
            guard let oldest else { return }
            entries[oldest.key] = nil
            weight -= oldest.value.weight
        }
    }
}
