import Foundation
import TestKit
import Testing

@testable import HTTP

@Suite struct TLSTests {
    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/openssl"), "openssl makes the server"))
    func aCertificateNobodyVouchesForIsNotTrusted() async throws {
        let folder = TemporaryFolder()
        func openssl(_ arguments: [String], _ output: Pipe = Pipe()) throws -> Process {
            let process = Process()
            process.executableURL = URL(filePath: "/usr/bin/openssl")
            process.arguments = arguments
            process.currentDirectoryURL = URL(filePath: folder.path)
            process.standardOutput = output
            process.standardError = Pipe()
            try process.run()
            return process
        }
        try openssl([
            "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", "key", "-out",
            "certificate", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost",
        ]).waitUntilExit()
        let output = Pipe()
        let server = try openssl(
            ["s_server", "-accept", "127.0.0.1:0", "-cert", "certificate", "-key", "key", "-www"],
            output
        )
        defer { server.terminate() }
        var said = ""
        while !said.contains("ACCEPT 127.0.0.1:") || said.last != "\n" {
            let more = output.fileHandleForReading.availableData
            try #require(!more.isEmpty)
            said += String(decoding: more, as: UTF8.self)
        }
        let port = try #require(said.split(separator: "ACCEPT 127.0.0.1:").last?.split(separator: "\n").first)
        let request = HTTPRequest(.get, try #require(WebURL("https://localhost:\(port)/")))
        #expect(await httpError { try await Transport().send(request) }?.code == .untrusted)
    }
}
