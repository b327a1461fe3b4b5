import CCurl

/// The funnel for libcurl's return codes.
enum Curl {
    /// A call into libcurl itself that failed: a bug or no memory, never the network's doing.
    struct Failure: Error, CustomStringConvertible {
        var function: String
        var words: String

        var description: String { "\(function): \(words)" }
    }

    /// libcurl wants to be set up once, before its first handle.
    private static let setUp: CURLcode = curl_global_init(Int(CURL_GLOBAL_ALL))

    static func prepare() {
        precondition(setUp == CURLE_OK, "curl_global_init failed")
    }

    static func check(_ function: String = "curl_easy_setopt", _ call: () -> CURLcode) throws(Failure) {
        let code = call()
        guard code == CURLE_OK else {
            throw Failure(function: function, words: String(cString: curl_easy_strerror(code)))
        }
    }

    static func check(_ function: String, _ call: () -> CURLMcode) throws(Failure) {
        let code = call()
        guard code == CURLM_OK else {
            throw Failure(function: function, words: String(cString: curl_multi_strerror(code)))
        }
    }

    static func check(_ function: String, _ call: () -> CURLUcode) throws(Failure) {
        let code = call()
        guard code == CURLUE_OK else {
            throw Failure(function: function, words: String(cString: curl_url_strerror(code)))
        }
    }
}
