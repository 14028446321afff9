import EssaimDomain
import EssaimWorkflow

extension PortableTransaction {
    public func setting(_ key: String) throws -> String? {
        try connection.first("SELECT value FROM settings WHERE name = ?", [.text(key)]) { row in
            var c = Columns(row)
            return try c.text()
        }
    }

    public func set(_ key: String, to value: String) throws {
        try connection.execute(
            "INSERT INTO settings(name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            [.text(key), .text(value)])
    }
}
