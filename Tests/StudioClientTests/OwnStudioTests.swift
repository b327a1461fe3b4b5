import Glibc
import StudioAPI
import TestKit
import Testing

@testable import StudioClient

/// The own studio in these tests is a script that speaks no HTTP, or a peer on the socket.
@Suite struct OwnStudioTests {
    private let folder = TemporaryFolder()

    private var home: StudioHome {
        StudioHome(stateFolder: folder.path + "/state", runtimeFolder: folder.path + "/run")
    }

    private func studio() -> OwnStudio {
        let identity = ClientIdentity(environment: [:], executable: "/k", version: "1")
        return OwnStudio(home: home, build: "b1", identity: identity)
    }

    private func script(_ text: String) -> OwnStudio.Launch {
        OwnStudio.Launch(executable: "/bin/sh", arguments: ["-c", text], environment: ["MARK": "here"])
    }

    private static func info(_ build: String) -> String {
        #"""
        {"code":0,"data":{"name":"Kinora","version":"1","build":"\#(build)","local":true,"credits":"unlimited",\#
        "qualities":[],"aspects":[]}}
        """#
    }

    private static func status(_ build: String, work: Int = 0, stopping: Bool = false) -> String {
        #"""
        {"code":0,"data":{"version":"1","build":"\#(build)","uptime":1,"sessions":0,"active_turns":0,\#
        "active_exports":\#(work),"stopping":\#(stopping),"cache_bytes":0,"data_bytes":0}}
        """#
    }

    private func peer(_ handler: @escaping Peer.Handler) throws -> Peer {
        try PrivateFolder.make(home.runtimeFolder)
        unlink(home.socketPath)
        return Peer(socketPath: home.socketPath, handler)
    }

    @Test func noStudioIsFoundWhereNoneRuns() async throws {
        #expect(try await studio().find() == nil)
        let gone = try peer { _, _ in }
        gone.die()
        #expect(try await studio().find() == nil)
    }

    @Test func aRunningStudioOfThisBuildIsUsed() async throws {
        let peer = try peer { request, connection in
            connection.reply(request.target == APIPath.info ? Self.info("b1") : Self.status("b1"))
        }
        let client = try await studio().connect(launch: script("exit 9"))
        #expect(client.address.isOwn)
        #expect(peer.requests.map(\.target) == [APIPath.info, APIPath.status])
    }

    @Test func anotherBuildFinishesItsWorkFirst() async throws {
        let asked = Log<String>()
        let left = Log<Int>()
        let handler: Peer.Handler = { request, connection in
            switch request.target {
            case APIPath.info: connection.reply(Self.info("b0"))
            case APIPath.stop:
                asked.add(request.text)
                left.add(1)
                connection.reply(Self.status("b0", work: max(0, 3 - left.values.count), stopping: true))
            default: connection.reply(Self.status("b0", stopping: left.values.count > 0))
            }
            if left.values.count == 3 {
                connection.close()
            }
        }
        let old = Log<Peer>()
        old.add(
            try peer { request, connection in
                handler(request, connection)
                if left.values.count == 3 { old.values[0].die() }
            }
        )
        let events = Log<OwnStudio.Event>()
        let error = await studioError {
            try await studio().connect(launch: script("echo it was started >&2; exit 3")) { events.add($0) }
        }
        // What is started here is no studio; that it was, its words tell.
        #expect(error?.message.contains("it was started") == true)
        #expect(asked.values.allSatisfy { $0 == #"{"when":"idle"}"# })
        #expect(
            events.values == [
                .waitingForOtherBuild(work: 2), .waitingForOtherBuild(work: 1), .waitingForOtherBuild(work: 0),
                .starting,
            ]
        )
    }

    @Test func aStudioThatDoesNotStartSaysWhy() async throws {
        try PrivateFolder.make(home.stateFolder)
        try AtomicFile.write(Array("an old line\n".utf8), to: home.logPath)
        let error = await studioError {
            try await studio().connect(launch: script("echo first; echo 'The store is damaged.' >&2; exit 1"))
        }
        #expect(error?.code == .ownStudio)
        #expect(error?.message == "Your studio ended while it started: The store is damaged.")
        let silent = await studioError { try await studio().connect(launch: script("exit 1")) }
        #expect(silent?.message.contains("old line") == false)
        let missing = OwnStudio.Launch(executable: "/nowhere/kinora", arguments: [], environment: [:])
        #expect(await studioError { try await studio().connect(launch: missing) }?.code == .ownStudio)
    }

    @Test func aStartedStudioStandsOnItsOwn() async throws {
        let open = open("/dev/null", O_RDONLY)
        defer { close(open) }
        let out = folder.path + "/out"
        let tell =
            "{ ls /proc/$$/fd | tr '\\n' ' '; pwd; readlink /proc/$$/fd/0; echo $MARK; cut -d' ' -f6 /proc/$$/stat; echo $$; } > \(out)"
        _ = await studioError { try await studio().connect(launch: script(tell)) }
        let lines = String(decoding: AtomicFile.read(out) ?? [], as: UTF8.self).split(separator: "\n")
        try #require(lines.count == 5)
        // The shell's own redirection keeps one more.
        #expect(!lines[0].split(separator: " ").contains { $0 == "\(open)" })
        #expect(lines[0].hasSuffix("/"))
        #expect(lines[1] == "/dev/null")
        #expect(lines[2] == "here")
        // It leads a session of its own.
        #expect(lines[3] == lines[4])
    }

    @Test func theFoldersAreTheUsersAlone() async throws {
        _ = await studioError { try await studio().connect(launch: script("exit 1")) }
        for path in [home.stateFolder, home.runtimeFolder] {
            var info = stat()
            #expect(stat(path, &info) == 0 && info.st_mode & 0o777 == 0o700)
        }
        var info = stat()
        #expect(stat(home.logPath, &info) == 0 && info.st_mode & 0o777 == 0o600)
    }

    @Test func aFolderOfAnotherUserIsNotUsed() async throws {
        // A root test can give a folder away; for anyone else /proc/1 is another user's.
        try PrivateFolder.make(home.runtimeFolder)
        let other = getuid() == 0 && chown(home.runtimeFolder, 65534, 65534) == 0 ? home.runtimeFolder : "/proc/1"
        let strange = StudioHome(stateFolder: home.stateFolder, runtimeFolder: other)
        let identity = ClientIdentity(environment: [:], executable: "/k", version: "1")
        let studio = OwnStudio(home: strange, build: "b", identity: identity)
        #expect(await studioError { try await studio.find() }?.code == .file)
        #expect(await studioError { try await studio.connect(launch: script("exit 1")) }?.code == .file)
        #expect(!String(describing: folder.names).contains("studio.sock"))
    }

    @Test func twoChatsAtOnceStartOneStudio() async throws {
        // The one that is "started" opens the socket only when the test lets it.
        let started = folder.path + "/started"
        let launch = script("echo x >> \(started); sleep 60")
        let one = studio()
        let two = studio()
        async let first = one.connect(launch: launch)
        async let second = two.connect(launch: launch)
        while AtomicFile.read(started) == nil { try await Task.sleep(for: .milliseconds(1)) }
        let peer = try peer { request, connection in
            connection.reply(request.target == APIPath.info ? Self.info("b1") : Self.status("b1"))
        }
        _ = try await (first, second)
        #expect(AtomicFile.read(started) == Array("x\n".utf8))
        withExtendedLifetime(peer) {}
    }

    @Test func aPathTooLongForASocketIsReplaced() {
        let long = "/" + String(repeating: "x", count: 120)
        #expect(
            OwnStudio.home(environment: ["XDG_RUNTIME_DIR": long, "HOME": "/h"]).runtimeFolder
                == "/tmp/kinora-\(geteuid())"
        )
        #expect(
            OwnStudio.home(environment: ["XDG_RUNTIME_DIR": "/run/u", "HOME": "/h"]).runtimeFolder == "/run/u/kinora"
        )
    }
}
