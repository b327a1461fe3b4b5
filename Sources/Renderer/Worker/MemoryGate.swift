internal import Foundation

/// Lets decodes in as long as all together stay within a budget, and any decode when it is alone.
final class MemoryGate: @unchecked Sendable {
    // @unchecked: `used` is touched only with `condition` locked.
    private let condition = NSCondition()
    private let budget: Int
    private var used = 0

    /// - Parameter budget: In bytes.
    init(budget: Int) {
        self.budget = budget
    }

    func run<T>(taking bytes: Int, _ body: () throws -> T) rethrows -> T {
        condition.lock()
        while used > 0, used + bytes > budget { condition.wait() }
        used += bytes
        condition.unlock()
        defer {
            condition.lock()
            used -= bytes
            condition.broadcast()
            condition.unlock()
        }
        return try body()
    }
}
