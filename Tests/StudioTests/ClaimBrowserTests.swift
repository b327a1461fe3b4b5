import Foundation
import StudioAPI
import TestKit
import Testing

@testable import Studio

/// The page of a project in a real browser.
@Suite(.serialized) struct ClaimBrowserTests {
    /// As evil as a title gets.
    static let title = #"<script>alert(1)</script> & "quotes" 标题"#

    /// A browser for as long as the body runs.
    private func withBrowser(_ body: (Browser) async throws -> Void) async throws {
        let folder = TemporaryFolder()
        let browser = try Browser(folder: folder.path)
        do {
            try await body(browser)
        } catch {
            await browser.close()
            throw error
        }
        await browser.close()
    }

    private func open(_ look: Look, in browser: Browser) async throws -> BrowserTab {
        try await BrowserTab(
            in: browser,
            width: look.width,
            height: 800,
            density: look.density,
            isPhone: look.isPhone,
            isDark: look.isDark
        )
    }

    /// Keeps a picture of the tab where somebody wants to look at it.
    private func keep(_ tab: BrowserTab, _ name: String) async throws {
        guard let folder = ProcessInfo.processInfo.environment["KINORA_SCREENSHOTS"] else { return }
        try await tab.screenshot().write(to: URL(filePath: "\(folder)/\(name).png"))
    }

    @Test("A finished project: escaped title, pictures, a video that plays, nothing refused and nobody else asked")
    func finished() async throws {
        try await TestStudio.run(.init(local: false, worker: RealRooms.worker)) { studio async throws in
            let account = try await studio.makeAccount()
            let session = try await studio.makeSession(headers: account)
            let photos = try ["01-aitzgorri.jpg", "03-stream.jpg", "05-sunset.jpg"].map { name in
                (name: name, content: try Data(contentsOf: RealRooms.samples.appending(path: name)))
            }
            #expect(try await studio.upload(photos, to: session, headers: account).status == 200)
            try await studio.say("make a 3 second video of these photos", in: session, headers: account)
            try await studio.say("add the title '\(Self.title)'", in: session, headers: account)
            _ = try await studio.submit("job", session: session, headers: account)
            #expect(try await studio.outcome(of: "job", headers: account).status == .completed)
            let token = try await studio.claim(session, headers: account)
            try await withBrowser { browser in
                for look in Look.all {
                    let tab = try await open(look, in: browser)
                    try await tab.open("\(studio.origin)/workspace/claim?ct=\(token)")
                    try await check(tab, origin: studio.origin, look: look)
                    try await keep(tab, look.name)
                }
            }
            // The studio has told of itself, and nothing of the token, in part neither.
            let log = try String(contentsOfFile: studio.logPath, encoding: .utf8)
            #expect(!log.isEmpty)
            for part in ["clm_", token.dropFirst(4).prefix(12), token.suffix(12)] as [Substring] {
                #expect(!log.contains(part))
            }
        }
    }

    @Test("A page that waits for its video shows it by itself when it is there")
    func reload() async throws {
        let renderer = ScriptedRenderer(isOpen: false)
        try await TestStudio.run(.init(local: false, renderer: renderer)) { studio async throws in
            let account = try await studio.makeAccount()
            let session = try await studio.makeVideo(headers: account)
            _ = try await studio.submit("job", session: session, headers: account)
            await renderer.gate.reached()
            let token = try await studio.claim(session, headers: account)
            try await withBrowser { browser in
                let tab = try await open(Look.all[0], in: browser)
                try await tab.open("\(studio.origin)/workspace/claim?ct=\(token)")
                #expect(try await tab.value("document.querySelector('progress').value").double == 50)
                #expect(try await tab.value("document.querySelector('video')") == .null)
                try await keep(tab, "rendering")
                renderer.gate.open()
                _ = try await studio.outcome(of: "job", headers: account)
                while try await tab.value("document.querySelector('video') !== null").bool != true {
                    try await Task.sleep(for: .milliseconds(50))
                }
                try await keep(tab, "rendered")
            }
        }
    }

    @Test("A link that opens nothing is a page, too")
    func nothing() async throws {
        try await TestStudio.run(.init(local: false)) { studio async throws in
            try await withBrowser { browser in
                let tab = try await open(Look.all[2], in: browser)
                try await tab.open("\(studio.origin)/workspace/claim?ct=clm_no")
                #expect(try await tab.text(of: "h1") == "This link opens nothing")
                #expect(
                    try await tab.value("getComputedStyle(document.querySelector('main')).textAlign").string == "center"
                )
                #expect(tab.requests.allSatisfy { $0.hasPrefix(studio.origin + "/workspace/") })
                try await keep(tab, "nothing")
            }
        }
    }

    struct Look {
        var name: String
        var width: Int
        var density = 1.0
        var isPhone = false
        var isDark = false

        static let all = [
            Look(name: "desktop-light", width: 1280),
            Look(name: "desktop-dark", width: 1280, isDark: true),
            Look(name: "phone-light", width: 390, density: 2, isPhone: true),
            Look(name: "phone-dark", width: 390, density: 2, isPhone: true, isDark: true),
        ]
    }

    private func check(_ tab: BrowserTab, origin: String, look: Look) async throws {
        #expect(try await tab.text(of: "h1") == Self.title)
        #expect(try await tab.value("document.title").string == "\(Self.title) · Kinora")
        #expect(try await tab.value("document.scripts.length").int == 0)
        #expect(try await tab.value("document.documentElement.lang").string == "en")

        // Pictures come when they are scrolled to.
        let sizes = try await tab.value(
            """
            Promise.all([...document.images].map(async image => {
                image.loading = 'eager'
                await image.decode()
                return [image.naturalWidth, image.naturalHeight]
            }))
            """
        )
        #expect(sizes == [[480, 320], [480, 320], [480, 320]], "\(sizes)")
        let video = try await tab.value(
            """
            new Promise((resolve, reject) => {
                const video = document.querySelector('video')
                const tell = () => resolve([video.duration, video.videoWidth, video.videoHeight])
                if (video.readyState >= 1) return tell()
                video.onloadedmetadata = tell
                video.onerror = () => reject(video.error.message)
            })
            """
        )
        #expect(abs((video[0]?.double ?? 0) - 3) < 0.1)
        #expect((video[1]?.int ?? 0) > (video[2]?.int ?? .max), "\(video)")
        // It really plays, and from the middle, too.
        let time = try await tab.value(
            """
            new Promise((resolve, reject) => {
                const video = document.querySelector('video')
                video.muted = true
                video.onseeked = () => video.play().catch(reject)
                video.ontimeupdate = () => { if (video.currentTime > 1.6) { video.pause(); resolve(video.currentTime) } }
                video.currentTime = 1.5
            })
            """
        )
        #expect((time.double ?? 0) > 1.6)

        // Nothing hangs over the side, and the colours are those the person likes.
        #expect(try await tab.value("document.documentElement.scrollWidth <= innerWidth").bool == true)
        let ground = try await tab.value("getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number)")
        #expect(((ground[0]?.int ?? 128) < 100) == look.isDark, "\(ground)")

        #expect(tab.complaints == [])
        let referers = tab.events("Network.requestWillBeSent").compactMap { $0["request"]?["headers"]?["Referer"] }
        #expect(referers.allSatisfy { $0 == "" }, "\(referers)")
        #expect(tab.requests.allSatisfy { $0.hasPrefix(origin + "/workspace/") }, "\(tab.requests)")
        #expect(tab.requests.contains { $0.contains("/claim/poster/") })
    }
}
