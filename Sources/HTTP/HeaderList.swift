import CCurl

/// A `curl_slist` of the headers of one request.
final class HeaderList {
    private(set) var list: UnsafeMutablePointer<curl_slist>?

    init(_ request: HTTPRequest) {
        for header in request.headers + request.confidentialHeaders { append(header.name, header.value) }
        if case .bytes(_, let type) = request.body { append("Content-Type", type) }
        // Waiting for "100 Continue" costs a second wherever a server does not know it.
        add("Expect:")
        // An empty POST would be called a web form.
        if case .none = request.body { add("Content-Type:") }
    }

    deinit { curl_slist_free_all(list) }

    private func append(_ name: String, _ value: String) {
        // A line break in a value would begin a header of its own.
        let clean = String(
            String.UnicodeScalarView(value.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F })
        )
        // libcurl sends "Name;" as a header with no value, and nothing for "Name:".
        add(clean.isEmpty ? "\(name);" : "\(name): \(clean)")
    }

    private func add(_ line: String) {
        // nil is out of memory: the list is left as it was.
        if let longer = curl_slist_append(list, line) { list = longer }
    }
}
