import Foundation
import StudioAPI
import TestKit
import Testing

@testable import Studio

/// What a studio writes down of its users: nothing that is theirs.
struct LogTests {
    /// The log of a studio for others in which all this happened.
    private static func log(of body: @Sendable (TestStudio) async throws -> Void) async throws -> String {
        let home = try TestStudio.makeHome()
        defer { try? FileManager.default.removeItem(atPath: home) }
        try await TestStudio.run(.init(local: false, home: home), body)
        return try String(contentsOfFile: home + "/studio.log", encoding: .utf8)
    }

    /// A call that promises a photo of 100,000 bytes, up to its first bytes.
    private static func beginningOfUpload(to path: String, headers: [String: String]) -> Data {
        let form = ["Content-Type": "multipart/form-data; boundary=XyZ", "Content-Length": "100000"]
        let part = "--XyZ\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.jpg\"\r\n\r\nPHOTO"
        return TestStudio.bytes("POST", path, headers: headers.merging(form) { $1 }, body: nil) + Data(part.utf8)
    }

    @Test("Of all tokens that were given out, none is in the log, whatever was done with them")
    func tokens() async throws {
        let tokens = Log<String>()
        let log = try await Self.log { studio async throws in
            for client in 0..<3 {
                let account = try await studio.makeAccount(client: "client-\(client)-secret")
                let token = try #require(account["Authorization"]?.dropFirst("Bearer ".count)).description
                let session = try await studio.makeVideo(headers: account)
                let claimed = try await studio.post(
                    APIPath.claimToken,
                    ["session_id": .string(session)],
                    headers: account
                )
                let claim = try #require(
                    try claimed.decoded(Envelope<JSONValue>.self).data?["claim_token"]?.string
                )
                for secret in [token, claim, "client-\(client)-secret"] { tokens.add(secret) }
                // What goes wrong is what is written down.
                try await studio.say("fail", in: session, headers: account)
                _ = try await studio.submit("job", session: session, output: ["quality": "best"], headers: account)
                _ = try await studio.outcome(of: "job", headers: account)
                for secret in [token, claim] {
                    for path in ["/workspace/claim?ct=\(secret)", "/\(secret)", APIPath.state(session: secret)] {
                        _ = try await studio.get(path, headers: ["Authorization": "Bearer \(secret)x"])
                    }
                    for text in ["GET /?\(secret) HTTP/9\r\n\r\n", "GET / HTTP/1.1\r\n\(secret) \u{1}\r\n\r\n"] {
                        let connection = try RawConnection(to: studio.address)
                        await connection.send(Data(text.utf8))
                        _ = await connection.receiveAll()
                    }
                    let body: JSONValue = ["session_id": .string(secret), "new_message": [.string(secret)]]
                    _ = try await studio.post(APIPath.run, body, headers: account)
                }
                _ = try await studio.request("DELETE", APIPath.token, headers: account)
                _ = try await studio.get(APIPath.credits, headers: account)
            }
        }
        #expect(tokens.values.count == 9)
        #expect(log.contains("A turn failed") && log.contains("An export failed"))
        for secret in tokens.values { #expect(!log.contains(secret)) }
        #expect(!log.contains("nmv_usr_") && !log.contains("clm_"))
    }

    @Test("A client that leaves in the middle is no failure of the studio")
    func leaving() async throws {
        let log = try await Self.log { studio async throws in
            let account = try await studio.makeAccount()
            let session = try await studio.makeSession(headers: account)
            for path in [APIPath.upload(session: session), APIPath.session, APIPath.run] {
                let connection = try RawConnection(to: studio.address)
                await connection.send(Self.beginningOfUpload(to: path, headers: account))
                if path == APIPath.upload(session: session) {
                    while try FileManager.default.contentsOfDirectory(atPath: studio.folder.incoming).isEmpty {
                        await Task.yield()
                    }
                }
                connection.close()
            }
            while try !FileManager.default.contentsOfDirectory(atPath: studio.folder.incoming).isEmpty {
                await Task.yield()
            }
            #expect(try await studio.get(APIPath.info).status == 200)
        }
        #expect(!log.contains("failed"), "\(log)")
    }

    @Test("A studio that ends in the middle of a call writes no failure down")
    func ending() async throws {
        let left = Log<RawConnection>()
        let log = try await Self.log { studio async throws in
            let account = try await studio.makeAccount()
            let session = try await studio.makeSession(headers: account)
            let connection = try RawConnection(to: studio.address)
            left.add(connection)
            await connection.send(Self.beginningOfUpload(to: APIPath.upload(session: session), headers: account))
            while try FileManager.default.contentsOfDirectory(atPath: studio.folder.incoming).isEmpty {
                await Task.yield()
            }
        }
        #expect(!log.contains("failed"), "\(log)")
        for connection in left.values { connection.close() }
    }
}
