import EssaimDomain
import EssaimWorkflow

extension PortableTransaction {
    public func bearers(of signs: Set<DeclaredMember.Sign>) throws -> [DeclaredMember.Sign: MemberBearer] {
        var (numbers, logins): (Set<Identifier<RPPS>>, Set<Identifier<String>>) = ([], [])
        for sign in signs {
            switch sign {
            case .rpps(let number): numbers.insert(Identifier(number.rawValue))
            case .login(let login): logins.insert(Identifier(login))
            }
        }
        var found: [DeclaredMember.Sign: MemberBearer] = [:]
        let hasAccount: SQLText = "EXISTS (SELECT 1 FROM accounts a WHERE a.person_id = p.id)"
        let columns: SQLText = """
            p.id, p.rpps, p.billing_number, p.family_name, p.given_name, p.profession, p.specialty, p.practice_mode,
            p.is_demonstration FROM
            """
        func note(_ row: any SQLRow) throws {
            var c = Columns(row)
            let (sign, hasAccount) = (try c.text(), try c.boolean())
            let bearer = MemberBearer(person: try Self.person(&c), hasAccount: hasAccount)
            let isNumber = bearer.person.rpps?.rawValue == sign && numbers.contains(Identifier(sign))
            let key: DeclaredMember.Sign =
                isNumber ? RPPS(rawValue: sign).map { .rpps($0) } ?? .login(sign) : .login(sign)
            // Whoever has an account under a login bears it, whoever else is awaited under it.
            if found[key]?.hasAccount != true { found[key] = bearer }
        }
        let byNumber = SQLText("SELECT p.rpps,", hasAccount, ",", columns, "people p WHERE p.rpps IN")
        _ = try connection.query(byNumber, anyOf: numbers, note)
        let byLogin = SQLText(
            "SELECT b.login, TRUE,", columns, "accounts b JOIN people p ON p.id = b.person_id WHERE b.login IN")
        _ = try connection.query(byLogin, anyOf: logins, note)
        let awaited = SQLText(
            "SELECT b.login,", hasAccount, ",", columns,
            "member_sheets b JOIN people p ON p.id = b.person_id WHERE b.login IN")
        _ = try connection.query(awaited, anyOf: logins, note)
        return found
    }

    public func heldDemands(
        by people: Set<Identifier<Person>>, in network: Identifier<Network>
    ) throws -> [Identifier<Person>: Int] {
        let sql: SQLText = """
            SELECT r.holder_id FROM requests r
            WHERE r.network_id = ? AND r.state IN ('taken', 'awaitingInformation') AND r.holder_id IN
            """
        let holders = try connection.query(sql, [.id(network)], anyOf: people) { row in
            var c = Columns(row)
            return try c.id() as Identifier<Person>
        }
        return Dictionary(holders.map { ($0, 1) }, uniquingKeysWith: +)
    }
}
