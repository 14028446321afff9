import EssaimDomain
import EssaimWorkflow

extension PortableTransaction {
    public func account(login: String) throws -> Account? {
        try connection.first(
            "SELECT person_id, login, password_hash, is_disabled FROM accounts WHERE login = ?", [.text(login)],
            Self.account)
    }

    public func account(of person: Identifier<Person>) throws -> Account? {
        try connection.first(
            "SELECT person_id, login, password_hash, is_disabled FROM accounts WHERE person_id = ?", [.id(person)],
            Self.account)
    }

    private static func account(_ row: any SQLRow) throws -> Account {
        var c = Columns(row)
        return Account(
            person: try c.id(), login: try c.text(), passwordHash: try c.optionalText(), isDisabled: try c.boolean())
    }

    public func accounts(after login: String, limit: Int) throws -> [(account: Account, person: Person)] {
        let sql: SQLText = """
            SELECT person_id, login, password_hash, is_disabled FROM accounts WHERE login > ? ORDER BY login LIMIT ?
            """
        let accounts = try connection.query(sql, [.text(login), .int(limit)], Self.account)
        let people = try people(Set(accounts.map(\.person)))
        return accounts.compactMap { account in people[account.person].map { (account: account, person: $0) } }
    }

    public func insert(_ account: Account) throws {
        try connection.execute(
            "INSERT INTO accounts(person_id, login, password_hash, is_disabled) VALUES (?, ?, ?, ?)",
            [.id(account.person), .text(account.login), .text(account.passwordHash), .boolean(account.isDisabled)])
    }

    public func setDisabled(_ isDisabled: Bool, _ person: Identifier<Person>) throws {
        try connection.execute(
            "UPDATE accounts SET is_disabled = ? WHERE person_id = ?", [.boolean(isDisabled), .id(person)])
    }

    public func setPassword(_ hash: String, of person: Identifier<Person>) throws {
        try connection.execute("UPDATE accounts SET password_hash = ? WHERE person_id = ?", [.text(hash), .id(person)])
    }
}
