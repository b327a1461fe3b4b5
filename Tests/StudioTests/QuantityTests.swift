import Testing

@testable import Studio

struct QuantityTests {
    @Test(
        "Sizes as people write them",
        arguments: [
            ("200MB", 200_000_000), ("5 GiB", 5 << 30), ("4096", 4096), ("1.5kb", 1500), ("10 B", 10),
            ("2t", 2_000_000_000_000),
        ]
    )
    func bytes(text: String, expected: Int) {
        #expect(Quantity.bytes(text) == expected)
    }

    @Test(
        "What is no size is none",
        arguments: [
            "", "MB", "-5MB", "5 XB", "1e9", "5MBs", "99999999999999999999", "9999999999TiB", "0.3B", ".5MB", "5.",
            "٥MB",
        ]
    )
    func noBytes(text: String) {
        #expect(Quantity.bytes(text) == nil)
    }

    @Test(
        "Times as people write them",
        arguments: [
            ("90s", 90), ("30m", 1800), ("12h", 43_200), ("7d", 604_800), ("45", 45), ("1.5h", 5400), ("2w", 1_209_600),
        ]
    )
    func seconds(text: String, expected: Int) {
        #expect(Quantity.seconds(text) == expected)
    }

    @Test("What is no time is none", arguments: ["", "d", "-1d", "7 years", "1.0001s", "never"])
    func noSeconds(text: String) {
        #expect(Quantity.seconds(text) == nil)
    }

    @Test("What is written out can be read again")
    func words() {
        for bytes in [1, 999, 1000, 1024, 200_000_000, 5 << 30, 20 << 30, 10_000_000_000, 123_456_789] {
            #expect(Quantity.bytes(Quantity.words(bytes: bytes)) == bytes)
        }
        for seconds in [1, 59, 60, 120, 3600, 5400, 604_800, 2_592_000] {
            #expect(Quantity.seconds(Quantity.words(seconds: seconds)) == seconds)
        }
        #expect(Quantity.words(bytes: 200_000_000) == "200MB")
        #expect(Quantity.words(bytes: 5 << 30) == "5GiB")
        #expect(Quantity.words(seconds: 604_800) == "7d")
    }
}
