import CFFmpeg

/// The funnel of FFmpeg's return codes.
enum AV {
    private static let isSilent: Void = av_log_set_level(AV_LOG_QUIET)

    /// Keeps the libraries from writing to standard error; what matters comes as return codes.
    static func start() { _ = isSilent }

    @discardableResult
    static func check(_ function: StaticString, _ code: Int32) throws(MediaError) -> Int32 {
        guard code >= 0 else { throw failure(function, code) }
        return code
    }

    static func failure(_ function: StaticString, _ code: Int32) -> MediaError {
        var words = [CChar](repeating: 0, count: Int(AV_ERROR_MAX_STRING_SIZE))
        av_strerror(code, &words, words.count)
        let text = String(decoding: words.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return MediaError(.failed, "\(function) failed: \(text).")
    }
}
