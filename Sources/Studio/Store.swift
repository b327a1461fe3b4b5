import Foundation
import GRDB

/// What the studio remembers: one SQLite file, so that a turn, an edit and its price are kept together or not at all.
struct Store: Sendable {
    let database: DatabasePool
    /// Milliseconds since 1970.
    let now: @Sendable () -> Int

    init(path: String, now: @escaping @Sendable () -> Int = Store.systemTime) throws {
        var configuration = Configuration()
        configuration.prepareDatabase { db in
            // What a reply has promised must outlive a power cut.
            try db.execute(sql: "PRAGMA synchronous = FULL")
        }
        configuration.busyMode = .timeout(10)
        database = try DatabasePool(path: path, configuration: configuration)
        self.now = now
        try Self.migrator.migrate(database)
    }

    static let systemTime: @Sendable () -> Int = { Int(Date().timeIntervalSince1970 * 1000) }
}

extension Store {
    /// A value as it is kept in a column.
    static func text(_ value: some Encodable) throws -> String {
        String(decoding: try Reply.encode(value), as: UTF8.self)
    }

    static func value<Value: Decodable>(_ type: Value.Type, from text: String) throws -> Value {
        try JSONDecoder().decode(type, from: Data(text.utf8))
    }
}
