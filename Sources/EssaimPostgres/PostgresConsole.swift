import EssaimStorage

/// One connection for a person at a console or a test: whole statements, every value as text. Not for the product's work.
package final class PostgresConsole {
    private let link: PostgresLink

    package init(_ address: PostgresAddress) throws { link = try PostgresLink(address) }

    /// Runs statements, several when separated by `;`. The rows of the last one, NULL as nil.
    @discardableResult
    package func run(_ sql: String) throws -> [[String?]] {
        let result = try link.command(sql)
        return (0..<result.count).map { row in
            (0..<result.columns).map { column in
                switch result.value(row, column) {
                case .null: nil
                case .text(let text): text
                case .integer(let number): String(number)
                case .boolean(let truth): truth ? "1" : "0"
                case .bytes(let bytes): String(decoding: bytes, as: UTF8.self)
                }
            }
        }
    }
}
