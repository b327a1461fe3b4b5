import Foundation
import Testing

@testable import Renderer

/// What lies freed between used pieces is given back, once there is much of it.
@Suite struct FreedMemoryTests {
    @Test func muchIsGivenBackAndWhatIsUsedStays() throws {
        // Small enough not to be mapped by themselves; every tenth stays, and so do the pages that it lies in.
        let size = 100_000
        let pieces = (0..<3000).map { number in
            let piece = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
            piece.initializeMemory(as: UInt8.self, repeating: UInt8(number % 251), count: size)
            return piece
        }
        let staying = stride(from: 0, to: pieces.count, by: 10)
        for number in pieces.indices where number % 10 != 0 { pieces[number].deallocate() }
        defer { for number in staying { pieces[number].deallocate() } }
        let before = try #require(FreedMemory.kept)
        try #require(before > 200 << 20)
        FreedMemory.giveBackExcess()
        let after = try #require(FreedMemory.kept)
        #expect(after < before - (200 << 20))
        for number in staying {
            let bytes = UnsafeRawBufferPointer(start: pieces[number], count: size)
            #expect(bytes.allSatisfy { $0 == UInt8(number % 251) })
        }
    }
}
