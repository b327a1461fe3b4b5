import Synchronization

/// Values told by callbacks on other threads.
public final class Log<Value: Sendable>: Sendable {
    private let kept = Mutex<[Value]>([])

    public init() {}

    public func add(_ value: Value) { kept.withLock { $0.append(value) } }
    public var values: [Value] { kept.withLock { $0 } }
}
