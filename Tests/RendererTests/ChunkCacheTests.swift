import Foundation
import Testing

@testable import Renderer

@Suite struct ChunkCacheTests {
    let scratch: Scratch

    init() throws {
        scratch = try Scratch()
    }

    func store(_ name: String, _ bytes: Data, in cache: ChunkCache) throws {
        let partial = try cache.makePartial()
        bytes.withUnsafeBytes { #expect(write(partial.file.descriptor, $0.baseAddress, $0.count) == $0.count) }
        try cache.keep(partial, as: name)
    }

    /// Makes a file as old as its number says: the clock of a file system is too coarse to tell quick writes apart.
    func age(_ number: Int) throws {
        for path in try FileManager.default.subpathsOfDirectory(atPath: scratch.path) where path.contains(name(number))
        {
            let date = Date(timeIntervalSince1970: 1000 + Double(number))
            try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: scratch.file(path))
        }
    }

    func name(_ number: Int) -> String {
        String(repeating: "0", count: 62) + String(number + 10)
    }

    @Test func whatIsKeptIsFoundAgainByAnotherProcess() throws {
        try store(name(1), Data("chunk".utf8), in: ChunkCache(folder: scratch.path))
        let other = ChunkCache(folder: scratch.path)
        #expect(other.file(named: name(1)) != nil)
        #expect(other.file(named: name(2)) == nil)
    }

    @Test func theLongestUnusedGoesFirst() throws {
        let cache = ChunkCache(folder: scratch.path, limit: 5000)
        for number in 0..<5 {
            try store(name(number), Data(count: 900), in: cache)
            try age(number)
        }
        #expect(cache.file(named: name(0)) != nil)
        for number in 5..<7 { try store(name(number), Data(count: 900), in: cache) }
        #expect(cache.file(named: name(0)) != nil)
        #expect(cache.file(named: name(1)) == nil)
        #expect(cache.file(named: name(6)) != nil)
    }

    @Test func whatAJobUsesStays() throws {
        let cache = ChunkCache(folder: scratch.path, limit: 3000)
        cache.pin([name(0)])
        for number in 0..<8 {
            try store(name(number), Data(count: 900), in: cache)
            try age(number)
        }
        #expect(cache.file(named: name(0)) != nil)
        cache.unpin([name(0)])
        for number in 8..<12 { try store(name(number), Data(count: 900), in: cache) }
        #expect(cache.file(named: name(0)) == nil)
    }

    @Test(arguments: ["changed", "cut off", "emptied"])
    func aDamagedFileIsNotFound(damage: String) throws {
        let cache = ChunkCache(folder: scratch.path)
        try store(name(1), Data("a chunk of video".utf8), in: cache)
        let path = try #require(
            FileManager.default.subpathsOfDirectory(atPath: scratch.path).first { $0.contains(name(1)) }
        )
        let bytes =
            switch damage {
            case "changed": "a chunk of vide0"
            case "cut off": "a chunk of"
            default: ""
            }
        try scratch.write(path, Data(bytes.utf8))
        #expect(cache.file(named: name(1)) == nil)
    }

    @Test func whatWasNotKeptIsGone() throws {
        let cache = ChunkCache(folder: scratch.path)
        do {
            let partial = try cache.makePartial()
            #expect(try partial.file.size() == 0)
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.file("partial")).isEmpty)
    }

    @Test func whatADeadProcessLeftIsSweptUp() throws {
        // Process ids end far below this one.
        try FileManager.default.createDirectory(atPath: scratch.file("partial"), withIntermediateDirectories: true)
        try scratch.write("partial/99999999.1.1", Data(count: 10))
        _ = ChunkCache(folder: scratch.path)
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.file("partial")).isEmpty)
    }
}
