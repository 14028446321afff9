import EssaimDomain

extension StoreReader {
    /// What no password of theirs is made of: what is known of them, and the names of where they work.
    func passwordContext(of account: Account) throws -> PasswordContext {
        let caller = try caller(account.person)
        let person = try caller?.person ?? person(account.person)
        let contact = try contact(of: account.person, by: .mail)
        let own = [
            account.login, person?.familyName, person?.givenName, person?.rpps?.rawValue, contact?.address,
            contact?.pending,
        ]
        let known = Set(
            (caller?.networks.map(\.network) ?? []) + (caller?.pools.map(\.network) ?? [])
                + (caller?.partners.map(\.network) ?? []))
        let networks = try known.compactMap { try network($0) }
        let structures = caller?.structures.map(\.structure) ?? []
        return PasswordContext(
            own: own.compactMap(\.self),
            places: structures.flatMap { [$0.name, $0.communeName] }
                + networks.flatMap { [$0.name, $0.id.rawValue] + $0.pools.map(\.name) + $0.partners.map(\.name) })
    }
}
