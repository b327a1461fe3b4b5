import Foundation
import StudioAPI
import Testing

/// A page in a ``Browser``.
struct BrowserTab: Sendable {
    let browser: Browser
    private let session: String

    /// - Parameters:
    ///   - width: In CSS pixels, like the height.
    ///   - density: Device pixels a CSS pixel.
    init(
        in browser: Browser,
        width: Int = 1280,
        height: Int = 900,
        density: Double = 1,
        isPhone: Bool = false,
        isDark: Bool = false
    ) async throws {
        self.browser = browser
        let target = try await browser.call("Target.createTarget", ["url": "about:blank"])["targetId"] ?? .null
        let attached = try await browser.call("Target.attachToTarget", ["targetId": target, "flatten": true])
        session = try #require(attached["sessionId"]?.string)
        for domain in ["Page", "Runtime", "Network", "Log", "Audits"] { try await call("\(domain).enable") }
        let screen: JSONValue = [
            "width": .int(width), "height": .int(height), "deviceScaleFactor": .double(density),
            "mobile": .bool(isPhone),
        ]
        try await call("Emulation.setDeviceMetricsOverride", screen)
        let scheme: JSONValue = ["name": "prefers-color-scheme", "value": isDark ? "dark" : "light"]
        try await call("Emulation.setEmulatedMedia", ["features": [scheme]])
    }

    @discardableResult
    func call(_ method: String, _ parameters: JSONValue = [:]) async throws -> JSONValue {
        try await browser.call(method, parameters, session: session)
    }

    /// Opens a page and waits until all that belongs to it has come.
    func open(_ url: String) async throws {
        let loads = events("Page.loadEventFired").count
        let reply = try await call("Page.navigate", ["url": .string(url)])
        if let trouble = reply["errorText"]?.string { throw Browser.Failure(description: trouble) }
        while events("Page.loadEventFired").count == loads { try await Task.sleep(for: .milliseconds(5)) }
    }

    /// The value of an expression in the page; a promise is waited for.
    func value(_ expression: String) async throws -> JSONValue {
        let reply = try await call(
            "Runtime.evaluate",
            ["expression": .string(expression), "awaitPromise": true, "returnByValue": true]
        )
        if let trouble = reply["exceptionDetails"] { throw Browser.Failure(description: "\(expression): \(trouble)") }
        return reply["result"]?["value"] ?? .null
    }

    func text(of selector: String) async throws -> String? {
        try await value("document.querySelector('\(selector)')?.textContent").string
    }

    /// A PNG of the whole page, or of what is on the screen.
    func screenshot(whole: Bool = true) async throws -> Data {
        let reply = try await call("Page.captureScreenshot", ["captureBeyondViewport": .bool(whole)])
        return try #require(reply["data"]?.string.flatMap { Data(base64Encoded: $0) })
    }

    // MARK: - What has happened

    func events(_ method: String) -> [JSONValue] {
        browser.events(of: session).filter { $0.method == method }.map(\.parameters)
    }

    /// The addresses of all requests. What a page or the browser's own controls carry within them is none.
    var requests: [String] {
        events("Network.requestWillBeSent").compactMap { $0["request"]?["url"]?.string }
            .filter { !$0.hasPrefix("data:") }
    }

    /// Everything a person who looks into the console would worry about: errors, warnings, what was refused.
    var complaints: [String] {
        let logged = events("Log.entryAdded").compactMap { $0["entry"]?["text"]?.string }
        let said = events("Runtime.consoleAPICalled").map { "\($0)" }
        let thrown = events("Runtime.exceptionThrown").map { "\($0)" }
        let issues = events("Audits.issueAdded").map { "\($0)" }
        return logged + said + thrown + issues
    }
}
