import Foundation

/// Text as libedit takes it: an array of code points.
enum WideText {
    @discardableResult
    static func withScalars<Result>(of text: String, _ body: (UnsafePointer<wchar_t>) -> Result) -> Result {
        let scalars = text.unicodeScalars.map { wchar_t(bitPattern: $0.value) } + [0]
        return scalars.withUnsafeBufferPointer { buffer in
            // There is the terminating zero at least, so there is a base address.
            body(buffer.baseAddress.unsafelyUnwrapped)
        }
    }

    static func string(_ start: UnsafePointer<wchar_t>, count: Int) -> String {
        var text = String.UnicodeScalarView()
        for index in 0..<max(0, count) {
            text.append(Unicode.Scalar(UInt32(bitPattern: start[index])) ?? "\u{FFFD}")
        }
        return String(text)
    }
}
