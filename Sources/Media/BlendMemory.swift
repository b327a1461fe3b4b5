/// Room for the intermediate results of blends, used again for every frame. One per thread.
public final class BlendMemory {
    private var room: UnsafeMutableRawPointer
    private var bytes: Int

    public init() {
        bytes = 1 << 18
        room = .allocate(byteCount: bytes, alignment: 64)
    }

    deinit {
        room.deallocate()
    }

    /// Room for so many values, until it is asked for again.
    func room<Value: BitwiseCopyable>(for count: Int, of type: Value.Type) -> UnsafeMutablePointer<Value> {
        let needed = count * MemoryLayout<Value>.stride
        if needed > bytes {
            room.deallocate()
            bytes = needed
            room = .allocate(byteCount: bytes, alignment: 64)
        }
        return room.bindMemory(to: type, capacity: count)
    }
}
