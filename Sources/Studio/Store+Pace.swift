import GRDB
import Renderer

extension Store {
    /// How long renders have taken on this machine.
    func pace() async throws -> RenderPace {
        try await database.read { db in
            let rows = try Row.fetchAll(db, sql: "SELECT * FROM pace ORDER BY rowid")
            return RenderPace(
                rows.map {
                    RenderPace.Sample(kind: $0["kind"], nominalMS: $0["nominal"], measuredMS: $0["measured"])
                }
            )
        }
    }

    /// Remembers how long a render took, and forgets the oldest of its kind.
    func learn(_ sample: RenderPace.Sample) async throws {
        try await database.write { db in try Self.learn(db, sample) }
    }

    static func learn(_ db: Database, _ sample: RenderPace.Sample) throws {
        guard RenderPace.isTelling(sample) else { return }
        try db.execute(
            sql: "INSERT INTO pace (kind, nominal, measured) VALUES (?, ?, ?)",
            arguments: [sample.kind, sample.nominalMS, sample.measuredMS]
        )
        try db.execute(
            sql: """
                DELETE FROM pace WHERE kind = :kind AND rowid NOT IN (
                    SELECT rowid FROM pace WHERE kind = :kind ORDER BY rowid DESC LIMIT :limit
                )
                """,
            arguments: ["kind": sample.kind, "limit": RenderPace.samplesPerKind]
        )
    }
}
