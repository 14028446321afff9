import EssaimCalendarFiles
import EssaimDomain
import EssaimWorkflow

extension Grant where P == Anyone {
    /// The turns of whose secret it is, in all of their networks: a month behind and six months ahead. Any other secret is
    /// absent: one of 256 bits is not guessed, a miss is one look into an index, and a reading writes nothing.
    public func dutyFeed(_ input: Input) async throws -> [UInt8]? {
        let name = input.parameter("secret")
        let secret = name.hasSuffix(".ics") ? String(name.dropLast(4)) : ""
        guard secret.utf8.count == 43 else { return nil }
        let (now, shelf, hash) = (now, house.shelf, house.tokens.hash(secret))
        let host = house.origin.split(separator: "/").last.map(String.init) ?? "essaim"
        return try await house.store.read { store in
            guard let person = try store.feedOwner(bySecret: hash), let caller = try store.caller(person) else {
                return nil
            }
            return try store.dutyFeed(of: caller, on: shelf, at: now, host: host)
        }
    }
}

extension StoreReader {
    /// One calendar for all networks: the lines of each between the first's head and end.
    fileprivate func dutyFeed(
        of caller: Caller, on shelf: RotaShelf, at now: Instant, host: String
    ) throws -> [UInt8] {
        var seen: Set<Identifier<Network>> = []
        let feeds = try caller.pools.map(\.network).filter { seen.insert($0).inserted }.compactMap { id in
            try network(id).map { network in
                let today = network.local.date(at: now)
                let days = today.adding(days: -31)...today.adding(days: 183)
                let shifts = try shelf.calendar(of: network, by: self).shifts(of: caller.person.id, in: days)
                return (feed: DutyFeed(of: network, host: host), shifts, try rotaVersion(of: id).changedAt)
            }
        }
        guard let first = feeds.first else { return [] }
        let more = feeds.dropFirst().map { ($0.feed, $0.1) }
        return first.feed.bytes(first.1, changedAt: feeds.map(\.2).max() ?? now, with: more)
    }
}
