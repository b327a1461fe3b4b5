import CCurl
import Glibc

/// The rule on the addresses that may be connected to.
extension EasyHandle {
    /// Has libcurl ask for each socket it connects, which is the last moment before and past every resolving.
    func setGuard() throws(Curl.Failure) {
        try set(CURLOPT_PROXY, "")
        // A connection that is there already was never asked about.
        try set(CURLOPT_FRESH_CONNECT, 1)
        try set(CURLOPT_FORBID_REUSE, 1)
        // Unretained: libcurl calls back only while the event loop holds this object.
        let context = UnsafeRawPointer(Unmanaged.passUnretained(self).toOpaque())
        try Curl.check { kinora_curl_set_pointer(handle, CURLOPT_OPENSOCKETDATA, context) }
        try Curl.check {
            kinora_curl_set_socket_function(handle) { context, _, address in
                guard let address, EasyHandle.at(context).allows(address) else { return kinora_curl_bad_socket() }
                let type = address.pointee.socktype | Int32(SOCK_CLOEXEC.rawValue)
                return socket(address.pointee.family, type, address.pointee.protocol)
            }
        }
    }

    private func allows(_ address: UnsafePointer<curl_sockaddr>) -> Bool {
        // The address follows the head of the struct, and may be longer than the struct says.
        guard let offset = MemoryLayout<curl_sockaddr>.offset(of: \.addr) else { return false }
        let bytes = UnsafeRawBufferPointer(
            start: UnsafeRawPointer(address) + offset,
            count: Int(address.pointee.addrlen)
        )
        guard let known = IPAddress(socketAddress: bytes), request.allows?(known) == true else {
            hasRefusedAddress = true
            return false
        }
        return true
    }
}
