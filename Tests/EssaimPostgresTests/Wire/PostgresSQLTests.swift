import Testing

@testable import EssaimPostgres

struct PostgresSQLTests {
    @Test(arguments: [
        ("SELECT 1", "SELECT 1"), ("WHERE a = ? AND b = ?", "WHERE a = $1 AND b = $2"), ("'?' || ?", "'?' || $1"),
        ("'it''s ?' || ?", "'it''s ?' || $1"), ("", ""), ("?", "$1"), ("'é?' = ?", "'é?' = $1"),
        ("(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", "($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)"),
    ])
    func `a question mark becomes its number, but for one between quotes`(portable: String, numbered: String) {
        #expect(PostgresSQL.numbered(portable) == numbered)
    }
}
