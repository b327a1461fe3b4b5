import CCurl

/// A `CURLM` handle.
final class MultiHandle: Sendable {
    // Used on the loop's thread alone, but for curl_multi_wakeup, which libcurl allows on any. The handle lives as long
    // as the last reference, so no thread wakes one that is gone.
    private nonisolated(unsafe) let handle: UnsafeMutableRawPointer

    init() {
        guard let handle = curl_multi_init() else { fatalError("curl_multi_init: out of memory") }
        self.handle = handle
    }

    deinit { curl_multi_cleanup(handle) }

    func add(_ transfer: EasyHandle) throws(Curl.Failure) {
        try Curl.check("curl_multi_add_handle") { curl_multi_add_handle(handle, transfer.handle) }
    }

    func remove(_ transfer: EasyHandle) {
        curl_multi_remove_handle(handle, transfer.handle)
    }

    /// Moves every transfer on, and returns those that are through.
    func perform() -> [(UnsafeMutableRawPointer, CURLcode)] {
        var running: Int32 = 0
        curl_multi_perform(handle, &running)
        var ended: [(UnsafeMutableRawPointer, CURLcode)] = []
        var left: Int32 = 0
        while let message = curl_multi_info_read(handle, &left) {
            if message.pointee.msg == CURLMSG_DONE, let easy = message.pointee.easy_handle {
                ended.append((easy, kinora_curl_message_result(message)))
            }
        }
        return ended
    }

    /// Sleeps until a socket, a timer of libcurl's or a call to ``wake()`` has something to do.
    func wait() {
        curl_multi_poll(handle, nil, 0, 60_000, nil)
    }

    func wake() {
        curl_multi_wakeup(handle)
    }
}
