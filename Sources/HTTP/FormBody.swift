import CCurl

/// A `curl_mime` form with one file, read as it is sent.
final class FormBody {
    let pointer: OpaquePointer
    private let reader: Reader

    /// The bytes of the file that were handed to libcurl.
    var sent: Int { reader.offset }
    /// The name of the file, when it could not be read to its end.
    var failedFile: String? { reader.failed ? reader.file.name : nil }

    private final class Reader {
        let file: any BodySource
        var offset = 0
        var failed = false

        init(_ file: any BodySource) { self.file = file }

        static func at(_ context: UnsafeMutableRawPointer?) -> Reader {
            guard let context else { fatalError("libcurl lost its context") }
            return Unmanaged<Reader>.fromOpaque(context).takeUnretainedValue()
        }
    }

    init(field: String, file: any BodySource, for easy: UnsafeMutableRawPointer) throws(Curl.Failure) {
        guard let form = curl_mime_init(easy), let part = curl_mime_addpart(form) else {
            throw Curl.Failure(function: "curl_mime_init", words: "no form")
        }
        let reader = Reader(file)
        self.pointer = form
        self.reader = reader
        try Curl.check("curl_mime_name") { curl_mime_name(part, field) }
        try Curl.check("curl_mime_filename") { curl_mime_filename(part, file.name) }
        try Curl.check("curl_mime_type") { curl_mime_type(part, "application/octet-stream") }
        try Curl.check("curl_mime_data_cb") {
            curl_mime_data_cb(
                part,
                curl_off_t(file.size),
                { bytes, size, count, context in
                    let reader = Reader.at(context)
                    let buffer = UnsafeMutableRawBufferPointer(start: bytes, count: size * count)
                    guard let read = reader.file.read(into: buffer, at: reader.offset) else {
                        reader.failed = true
                        return kinora_curl_read_abort()
                    }
                    reader.offset += read
                    return read
                },
                { context, offset, origin in
                    // libcurl seeks to send the body again, always from the start of the file.
                    guard origin == 0 else { return CURL_SEEKFUNC_CANTSEEK }
                    Reader.at(context).offset = Int(offset)
                    return CURL_SEEKFUNC_OK
                },
                nil,
                Unmanaged.passUnretained(reader).toOpaque()
            )
        }
    }

    deinit { curl_mime_free(pointer) }
}
