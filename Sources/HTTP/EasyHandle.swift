import CCurl

/// A `CURL` handle: one transfer. Lives on the event loop's thread.
final class EasyHandle {
    let handle: UnsafeMutableRawPointer
    let exchange: Exchange
    let request: HTTPRequest
    private let headers: HeaderList
    private var form: FormBody?
    private var head = HeadReader()
    private var isRefusedHead = false
    private var reported = -1
    /// An address was refused by the request's rule.
    var hasRefusedAddress = false

    init(_ request: HTTPRequest, _ exchange: Exchange) throws(Curl.Failure) {
        guard let handle = curl_easy_init() else {
            throw Curl.Failure(function: "curl_easy_init", words: "no handle")
        }
        self.handle = handle
        self.exchange = exchange
        self.request = request
        self.headers = HeaderList(request)
        try setUp()
    }

    // The handle goes before the header list and the form it points to: those are released after deinit's body.
    deinit { curl_easy_cleanup(handle) }

    /// Lets a paused transfer go on.
    func resume() {
        curl_easy_pause(handle, CURLPAUSE_CONT)
    }

    /// Tells the exchange how the transfer ended.
    func finish(_ result: CURLcode) {
        if result == CURLE_OK, head.isComplete {
            exchange.end(.success(()))
        } else {
            exchange.end(.failure(error(for: result)))
        }
    }

    private func error(for result: CURLcode) -> HTTPError {
        if let file = form?.failedFile { return HTTPError(.unreadableBody, host: request.host, subject: file) }
        let code: HTTPError.Code =
            switch result {
            case CURLE_COULDNT_CONNECT where hasRefusedAddress: .forbiddenAddress
            case _ where isRefusedHead: .notHTTP
            default: HTTPError.Code(result)
            }
        return HTTPError(code, host: request.host, hadHead: head.isComplete)
    }

    // MARK: Options

    private func setUp() throws(Curl.Failure) {
        try set(CURLOPT_URL, request.url.text)
        try set(CURLOPT_PROTOCOLS_STR, "http,https")
        try set(CURLOPT_FOLLOWLOCATION, 0)
        try set(CURLOPT_NOSIGNAL, 1)
        try set(CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_1_1)
        try set(CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2)
        try set(CURLOPT_SSL_VERIFYPEER, 1)
        try set(CURLOPT_SSL_VERIFYHOST, 2)
        try set(CURLOPT_TCP_KEEPALIVE, 1)
        try set(CURLOPT_BUFFERSIZE, 64 << 10)
        try set(CURLOPT_CONNECTTIMEOUT_MS, request.timeouts.connect.milliseconds)
        if let stall = request.timeouts.stall {
            try set(CURLOPT_LOW_SPEED_LIMIT, 1)
            try set(CURLOPT_LOW_SPEED_TIME, max(1, stall.milliseconds / 1000))
        }
        if let total = request.timeouts.total { try set(CURLOPT_TIMEOUT_MS, total.milliseconds) }
        if request.atMostOnce { try set(CURLOPT_FRESH_CONNECT, 1) }
        if let path = request.socketPath { try set(CURLOPT_UNIX_SOCKET_PATH, path) }
        // What stays on this machine is no business of a proxy, whatever the environment says.
        if request.socketPath != nil || request.url.isLoopback { try set(CURLOPT_PROXY, "") }
        if request.allows != nil { try setGuard() }
        try Curl.check { kinora_curl_set_pointer(handle, CURLOPT_HTTPHEADER, headers.list) }
        try setMethod()
        try setCallbacks()
    }

    private func setMethod() throws(Curl.Failure) {
        switch request.method {
        case .get: try set(CURLOPT_HTTPGET, 1)
        case .post: try set(CURLOPT_POST, 1)
        case .delete: break
        }
        switch request.body {
        case .none:
            if request.method == .post { try set(bytes: []) }
        case .bytes(let bytes, _):
            try set(bytes: bytes)
        case .form(let field, let file):
            let form = try FormBody(field: field, file: file, for: handle)
            try Curl.check { kinora_curl_set_pointer(handle, CURLOPT_MIMEPOST, UnsafeRawPointer(form.pointer)) }
            self.form = form
        }
        if request.method == .delete { try set(CURLOPT_CUSTOMREQUEST, request.method.rawValue) }
    }

    private func set(bytes: [UInt8]) throws(Curl.Failure) {
        try Curl.check { kinora_curl_set_offset(handle, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(bytes.count)) }
        // Copies as many bytes as the size just set.
        try Curl.check {
            bytes.withUnsafeBytes {
                kinora_curl_set_pointer(handle, CURLOPT_COPYPOSTFIELDS, $0.baseAddress ?? UnsafeRawPointer(handle))
            }
        }
    }

    private func setCallbacks() throws(Curl.Failure) {
        // Unretained: libcurl calls back only while the event loop holds this object.
        let context = UnsafeRawPointer(Unmanaged.passUnretained(self).toOpaque())
        try Curl.check { kinora_curl_set_pointer(handle, CURLOPT_HEADERDATA, context) }
        try Curl.check { kinora_curl_set_pointer(handle, CURLOPT_WRITEDATA, context) }
        try Curl.check {
            kinora_curl_set_write_function(handle, CURLOPT_HEADERFUNCTION) { bytes, size, count, context in
                EasyHandle.at(context).received(headerLine: UnsafeRawBufferPointer(start: bytes, count: size * count))
            }
        }
        try Curl.check {
            kinora_curl_set_write_function(handle, CURLOPT_WRITEFUNCTION) { bytes, size, count, context in
                EasyHandle.at(context).received(body: UnsafeRawBufferPointer(start: bytes, count: size * count))
            }
        }
        guard request.onSent != nil else { return }
        try set(CURLOPT_NOPROGRESS, 0)
        try Curl.check { kinora_curl_set_pointer(handle, CURLOPT_XFERINFODATA, context) }
        try Curl.check {
            kinora_curl_set_progress_function(handle) { context, _, _, _, _ in
                EasyHandle.at(context).reportProgress()
                return 0
            }
        }
    }

    func set(_ option: CURLoption, _ value: Int) throws(Curl.Failure) {
        try Curl.check { kinora_curl_set_long(handle, option, value) }
    }

    func set(_ option: CURLoption, _ value: String) throws(Curl.Failure) {
        try Curl.check { kinora_curl_set_string(handle, option, value) }
    }

    // MARK: Callbacks

    static func at(_ context: UnsafeMutableRawPointer?) -> EasyHandle {
        guard let context else { fatalError("libcurl lost its context") }
        return Unmanaged<EasyHandle>.fromOpaque(context).takeUnretainedValue()
    }

    private func received(headerLine line: UnsafeRawBufferPointer) -> Int {
        guard head.take(line) else {
            isRefusedHead = true
            return 0
        }
        if let head = head.finished() { exchange.received(head) }
        return line.count
    }

    private func received(body bytes: UnsafeRawBufferPointer) -> Int {
        exchange.received(bytes) ? bytes.count : kinora_curl_write_pause()
    }

    private func reportProgress() {
        guard let form, form.sent != reported else { return }
        reported = form.sent
        request.onSent?(form.sent)
    }
}

extension Duration {
    package var milliseconds: Int {
        Int(components.seconds) * 1000 + Int(components.attoseconds / 1_000_000_000_000_000)
    }
}
