internal import Foundation

/// Text is laid out and drawn by one thread at a time.
///
/// Cairo (1.16) keeps ten font files open and closes one for another without seeing that a different thread is about
/// to draw with it. That thread then finds a font without glyphs and crashes.
enum TextTurn {
    /// Recursive: what is let go while drawing asks for the turn, too.
    private static let lock = NSRecursiveLock()

    static func begin() { lock.lock() }
    static func end() { lock.unlock() }
}
