import Glibc
import HTTP
import StudioAPI
import TestKit
import Testing

@testable import StudioClient

@Suite struct ChoiceTests {
    private func choose(_ studio: String?, _ cloud: Bool, _ url: String? = nil) throws -> StudioChoice {
        try StudioChoice.resolve(studio: studio, cloud: cloud, environment: url.map { ["NEMO_API_URL": $0] } ?? [:])
    }

    @Test func theStudioIsChosenByAFixedOrder() throws {
        let (a, b) = (try StudioAddress(url: "https://a.example"), try StudioAddress(url: "https://b.example"))
        #expect(try choose(nil, false) == .own)
        #expect(try choose(nil, false, " ") == .own)
        #expect(try choose(nil, false, "https://b.example") == .at(b))
        #expect(try choose(nil, true, "https://b.example") == .at(.hosted))
        #expect(try choose("https://a.example", false, "https://b.example") == .at(a))
        #expect(throws: StudioError.self) { try choose("https://a.example", true) }
    }

    @Test func anAddressIsReadAsAPersonWritesIt() throws {
        let address = try StudioAddress(url: " Studio.Example:443/api/ ")
        #expect(address.origin == "https://studio.example")
        #expect(address.name == "studio.example")
        #expect(!address.isLocal)
        #expect(try StudioAddress(url: "http://localhost:8080").isLocal)
        #expect(try StudioAddress(url: "http://127.9.9.9").isLocal)
        #expect(try StudioAddress(url: "http://[::1]:80/").isLocal)
        #expect(try StudioAddress(url: "https://127.0.0.1.example").isLocal == false)
    }

    @Test func theWayToAnotherMachineIsEncrypted() throws {
        for url in ["http://studio.example", "http://192.168.0.9:8080", "http://127.0.0.1.example"] {
            #expect { try StudioAddress(url: url) } throws: { ($0 as? StudioError)?.code == .insecure }
            #expect(throws: Never.self) { try StudioAddress(url: url, insecure: true) }
        }
    }

    @Test(arguments: [
        "", "ftp://a.example", "https://", "https://me:pw@a.example", "https://a b", "https://a.example?x=1",
    ])
    func whatIsNoAddressIsRefused(_ url: String) {
        #expect { try StudioAddress(url: url) } throws: { ($0 as? StudioError)?.code == .badAddress }
    }

    @Test func thePagesOfAStudioAreWhereTheyAre() throws {
        let home = StudioHome(stateFolder: "/s", runtimeFolder: "/r")
        #expect(StudioAddress.hosted.webOrigin(environment: [:]) == "https://nemovideo.com")
        #expect(StudioAddress.own(home).webOrigin(environment: ["NEMO_WEB_URL": "https://w.example"]) == nil)
        let other = try StudioAddress(url: "https://a.example/api")
        #expect(other.webOrigin(environment: [:]) == "https://a.example")
        #expect(other.webOrigin(environment: ["NEMO_WEB_URL": "https://w.example/"]) == "https://w.example")
    }

    @Test func aGuestRegistersOnThePagesOfTheStudio() throws {
        let hosted = StudioAddress.hosted
        #expect(
            hosted.registration(bind: "anon_1/2", environment: [:]) == "https://nemovideo.com/register?bind=anon_1%2F2"
        )
        let web = ["NEMO_WEB_URL": "https://w.example"]
        #expect(hosted.registration(bind: "7", environment: web) == "https://w.example/register?bind=7")
        let own = StudioAddress.own(StudioHome(stateFolder: "/s", runtimeFolder: "/r"))
        #expect(own.registration(bind: "7", environment: web) == nil)
    }

    // MARK: The client id

    private func id(_ home: String, _ given: String? = nil) throws -> String {
        var environment = ["HOME": home]
        environment["NEMO_CLIENT_ID"] = given
        return try ClientIdentity(environment: environment, executable: "/k", version: "1").clientID()
    }

    @Test func theClientIdIsMadeOnceAndKept() async throws {
        let folder = TemporaryFolder()
        let ids = try await withThrowingTaskGroup { group in
            for _ in 0..<20 { group.addTask { try self.id(folder.path) } }
            return try await group.reduce(into: Set<String>()) { $0.insert($1) }
        }
        #expect(ids.count == 1)
        #expect(ids.first?.count == 36)
        #expect(try id(folder.path) == ids.first)
        var info = stat()
        #expect(stat(folder.path + "/.config/nemovideo/client_id", &info) == 0 && info.st_mode & 0o777 == 0o600)
        #expect(try id(folder.path, " given ") == "given")
    }

    @Test func anEmptyClientIdIsReplaced() throws {
        let folder = TemporaryFolder()
        try PrivateFolder.make(folder.path + "/.config/nemovideo")
        try AtomicFile.write([], to: folder.path + "/.config/nemovideo/client_id")
        #expect(try id(folder.path).count == 36)
    }

    @Test(arguments: [
        ("/home/a/.clawhub/skills/k/kinora", "clawhub"), ("/home/a/.cursor/skills/k/kinora", "cursor"),
        ("/usr/bin/kinora", "unknown"),
    ])
    func thePlatformIsToldByTheInstallPath(_ path: String, _ platform: String) {
        let identity = ClientIdentity(environment: [:], executable: path, version: "1")
        #expect(identity.headers.contains { $0.name == "X-Skill-Platform" && $0.value == platform })
        #expect(identity.headers.contains { $0.name == "X-Skill-Version" && $0.value == "1.0.0" })
    }
}
