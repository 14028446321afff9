import EssaimStorage

/// What a write may rely on of what it read.
enum WriteIsolation {
    /// As if it were alone.
    case serializable
    /// One snapshot; of two that change the same row the second runs again. It compares by itself (`Store.advance`).
    case snapshot

    /// PostgreSQL 15, §13.2: REPEATABLE READ is snapshot isolation.
    var beginning: SQLText {
        switch self {
        case .serializable: "BEGIN ISOLATION LEVEL SERIALIZABLE"
        case .snapshot: "BEGIN ISOLATION LEVEL REPEATABLE READ"
        }
    }
}
