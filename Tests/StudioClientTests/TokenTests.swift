import Glibc
import StudioAPI
import TestKit
import Testing

@testable import StudioClient

@Suite struct TokenTests {
    private let folder = TemporaryFolder()
    private var state: String { folder.path + "/state" }

    /// A studio that gives out tokens "t1", "t2" … and takes the last one alone.
    private static func studio(given: Log<String>, delay: Event? = nil) -> Peer {
        Peer { request, connection in
            if request.target == APIPath.anonymousToken {
                delay?.waitOnThread()
                given.add("t\(given.values.count + 1)")
                connection.reply(#"{"code":0,"data":{"token":"\#(given.values.last ?? "")","credits":100}}"#)
            } else if request.headers["authorization"] == "Bearer \(given.values.last ?? "")" {
                connection.reply(#"{"available":5}"#)
            } else {
                connection.reply(#"{"code":1001,"message":"token expired"}"#)
            }
        }
    }

    private func keeper(_ environment: [String: String] = [:]) -> TokenKeeper {
        TokenKeeper(folder: state, environment: environment)
    }

    @Test func theFirstCallFetchesATokenAndTheNextUseIt() async throws {
        let given = Log<String>()
        let peer = Self.studio(given: given)
        _ = try await peer.client(tokens: keeper()).credits()
        _ = try await peer.client(tokens: keeper()).credits()
        #expect(given.values == ["t1"])
        #expect(peer.requests[0].headers["x-client-id"] == "client-1")
        #expect(peer.requests[0].headers["authorization"] == nil)
        #expect(peer.requests[1].headers["x-client-id"] == nil)
    }

    @Test func aTokenIsForTheUserAlone() async throws {
        let peer = Self.studio(given: Log())
        _ = try await peer.client(tokens: keeper()).credits()
        var info = stat()
        #expect(stat(state + "/tokens.json", &info) == 0 && info.st_mode & 0o777 == 0o600)
        #expect(stat(state, &info) == 0 && info.st_mode & 0o777 == 0o700)
    }

    @Test func aRefusedTokenIsReplacedAndTheCallMadeOnceMore() async throws {
        let given = Log<String>()
        let peer = Self.studio(given: given)
        let client = try peer.client(tokens: keeper())
        _ = try await client.credits()
        // The studio forgets it.
        given.add("another")
        #expect(try await client.credits().available == 5)
        #expect(peer.requests.filter { $0.target == APIPath.anonymousToken }.count == 2)
        #expect(Set(peer.requests.compactMap { $0.headers["x-client-id"] }) == ["client-1"])
    }

    @Test func aStudioThatRefusesEveryTokenIsNotAskedForever() async throws {
        let peer = Peer { request, connection in
            connection.reply(
                request.target == APIPath.anonymousToken ? #"{"token":"x"}"# : #"{"code":1001}"#,
                status: 200
            )
        }
        #expect(await studioError { try await peer.client(tokens: keeper()).credits() }?.code == .badToken)
        #expect(peer.requests.filter { $0.target == APIPath.credits }.count == 2)
    }

    @Test func anExpiredTokenIsNotSent() async throws {
        let given = Log<String>()
        let peer = Self.studio(given: given)
        let early = TokenKeeper(folder: state, environment: [:]) { 1000 }
        _ = try await peer.client(tokens: early).credits()
        let late = TokenKeeper(folder: state, environment: [:]) { 1000 + 7 * 24 * 3600 }
        _ = try await peer.client(tokens: late).credits()
        #expect(given.values == ["t1", "t2"])
        #expect(peer.requests.filter { $0.headers["authorization"] == "Bearer t1" }.count == 1)
    }

    @Test(arguments: [
        #""expires_in":3600"#, #""expires_at":"2033-05-18T04:33:20Z""#, #""expires_at":2000003600"#,
        #""expires_at":2000003600000"#,
    ])
    func aTokenIsKeptAsLongAsTheStudioSays(_ expiry: String) async throws {
        let peer = Peer { request, connection in
            connection.reply(
                request.target == APIPath.anonymousToken
                    ? #"{"code":0,"data":{"token":"t1",\#(expiry)}}"# : #"{"available":5}"#
            )
        }
        let now = 2_000_000_000.0
        _ = try await peer.client(tokens: TokenKeeper(folder: state, environment: [:]) { now }).credits()
        #expect(TokenKeeper(folder: state, environment: [:]) { now + 3500 }.token(for: peer.url) == "t1")
        #expect(TokenKeeper(folder: state, environment: [:]) { now + 3600 }.token(for: peer.url) == nil)
    }

    @Test func twoChatsAtOnceGetOneToken() async throws {
        let given = Log<String>()
        let both = Event()
        let peer = Self.studio(given: given, delay: both)
        let (one, two) = (try peer.client(tokens: keeper()), try peer.client(tokens: keeper()))
        async let first = one.credits()
        async let second = two.credits()
        both.set()
        #expect(try await first.available == 5)
        #expect(try await second.available == 5)
        #expect(given.values == ["t1"])
    }

    @Test func manyCallsOfOneChatGetOneNewToken() async throws {
        let given = Log<String>()
        let peer = Self.studio(given: given)
        let client = try peer.client(tokens: keeper())
        _ = try await client.credits()
        given.add("another")
        try await withThrowingTaskGroup { group in
            for _ in 0..<10 { group.addTask { try await client.credits() } }
            try await group.waitForAll()
        }
        #expect(peer.requests.filter { $0.target == APIPath.anonymousToken }.count == 2)
    }

    @Test func tokensAreKeptByOrigin() async throws {
        let (givenA, givenB) = (Log<String>(), Log<String>())
        let (peerA, peerB) = (Self.studio(given: givenA), Self.studio(given: givenB))
        givenB.add("other")
        let keeper = keeper()
        _ = try await peerA.client(tokens: keeper).credits()
        _ = try await peerB.client(tokens: keeper).credits()
        #expect(givenB.values == ["other", "t2"])
        #expect(peerB.requests.allSatisfy { $0.headers["authorization"] != "Bearer t1" })
        _ = try await peerA.client(tokens: keeper).credits()
        #expect(givenA.values == ["t1"])
    }

    @Test func theUsersOwnTokenGoesToItsStudioAlone() async throws {
        let keeper = keeper(["NEMO_TOKEN": "mine", "NEMO_API_URL": "https://a.example/api/"])
        #expect(keeper.token(for: "https://a.example") == "mine")
        #expect(keeper.token(for: StudioAddress.hosted.origin) == "mine")
        #expect(keeper.token(for: "https://b.example") == nil)
        #expect(keeper.token(for: "http://a.example") == nil)
        #expect(keeper.token(for: "https://a.example:8443") == nil)
    }

    @Test func aRefusedTokenOfTheUsersIsNotReplaced() async throws {
        let given = Log<String>()
        let peer = Self.studio(given: given)
        let client = try peer.client(tokens: keeper(["NEMO_TOKEN": "mine", "NEMO_API_URL": peer.url]))
        let error = await studioError { try await client.credits() }
        #expect(error?.code == .badToken)
        #expect(error?.message.contains("NEMO_TOKEN") == true)
        #expect(error?.message.contains("mine") == false)
        #expect(given.values.isEmpty)
    }

    @Test func aStudioThatGivesNoTokenYetSaysWhatElseThereIs() async throws {
        let clock = InstantClock()
        let peer = Peer { _, connection in
            connection.reply(#"{"code":429}"#, status: 429, headers: ["Retry-After: 86400"])
        }
        let error = await studioError { try await peer.client(tokens: keeper(), clock: clock).credits() }
        #expect(error?.code == .rateLimited)
        #expect(error?.retryAfter == .seconds(86400))
        #expect(error?.message.contains("due in 24 hours") == true)
        #expect(error?.message.contains("NEMO_TOKEN") == true)
        #expect(peer.requests.count == 2)
        #expect(clock.slept == .seconds(30))
    }

    @Test func theUsersOwnStudioGetsNoToken() async throws {
        let peer = Peer(socketPath: folder.path + "/s") { _, connection in connection.reply(#"{"available":5}"#) }
        let client = try peer.client(tokens: keeper(["NEMO_TOKEN": "mine", "NEMO_API_URL": "http://localhost"]))
        _ = try await client.credits()
        #expect(peer.requests[0].headers["authorization"] == nil)
    }

    @Test func aFileThatMakesNoSenseIsAsGoodAsNone() async throws {
        try PrivateFolder.make(state)
        try AtomicFile.write(Array("{\"http".utf8), to: state + "/tokens.json")
        let given = Log<String>()
        _ = try await Self.studio(given: given).client(tokens: keeper()).credits()
        #expect(given.values == ["t1"])
    }
}
