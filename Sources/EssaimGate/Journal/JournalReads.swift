import EssaimDomain
import EssaimWorkflow
import TransparencyLog

/// The journal as its keeper reads it: entries of their networks, alarms, and how it is sealed.
public struct JournalPage: Sendable {
    public let networks: [Network]
    public let entries: [HistoryEntry]
    public let next: HistoryKey?
    public let people: [Identifier<Person>: Person]
    /// Of those who acted: what an entry's filter offers.
    public let numbers: [Identifier<AdviceRequest>: RequestNumber]
    public let alarms: [Alarm]
    public let seal: JournalSeal
    public let offsets: OffsetRules
    public let isDemonstration: Bool
}

/// How far the journal is sealed, by which key, and who holds its head elsewhere.
public struct JournalSeal: Sendable {
    public let size: Int
    public let signedSize: Int
    public let checkpoint: String?
    public let keys: [JournalKey]
    public let holdings: [JournalHolding]
}

/// What the keeper typed to find entries.
public struct JournalQuestion: Sendable, Equatable {
    /// A login.
    public var who: String
    /// A demand's number as people say it.
    public var number: String
    public var family: String?
    public var outcome: String?
    public var from: CivilDate?
    public var until: CivilDate?

    public init(
        who: String = "", number: String = "", family: String? = nil, outcome: String? = nil, from: CivilDate? = nil,
        until: CivilDate? = nil
    ) {
        self.who = who
        self.number = number
        self.family = family
        self.outcome = outcome
        self.from = from
        self.until = until
    }
}

extension Grant where P == KeepJournal {
    public static var journalPageSize: Int { 100 }
    /// Entries of an export.
    public static var exportLimit: Int { 20_000 }

    public func journal(_ question: JournalQuestion, before key: HistoryKey?, _ input: Input) async throws
        -> JournalPage
    {
        let (house, networks) = (house, fact.networks)
        let page = try await house.store.read { store in
            let offsets = try Self.offsets(networks, store)
            let found: [HistoryEntry] =
                if let filter = try question.filter(networks, offsets, store) {
                    try store.entries(filter, before: key, limit: Self.journalPageSize + 1)
                } else {
                    []
                }
            let entries = Array(found.prefix(Self.journalPageSize))
            let alarms = try store.alarms(in: networks, limit: 20)
            let head = try store.journalHead()
            return JournalPage(
                networks: try networks.compactMap(store.network), entries: entries,
                next: found.count > entries.count ? entries.last?.key : nil,
                people: try store.people(Set(entries.compactMap(\.person) + alarms.compactMap(\.person))),
                numbers: try store.numbers(of: Set(entries.compactMap(\.request) + alarms.compactMap(\.request))),
                alarms: alarms,
                seal: JournalSeal(
                    size: head?.edge.size ?? 0, signedSize: head?.signedSize ?? 0, checkpoint: head?.checkpoint,
                    keys: try store.journalKeys(), holdings: try store.holdings()),
                offsets: offsets, isDemonstration: try house.isLoopback && store.isDemonstration())
        }
        try await record("journal.view", question, count: page.entries.count, input)
        return page
    }

    /// All that the question finds, up to a limit, newest first.
    public func export(
        _ question: JournalQuestion, _ input: Input
    ) async throws -> (entries: [HistoryEntry], people: [Identifier<Person>: Person], offsets: OffsetRules) {
        let networks = fact.networks
        var entries: [HistoryEntry] = []
        var people: [Identifier<Person>: Person] = [:]
        var key: HistoryKey?
        let offsets = try await house.store.read { try Self.offsets(networks, $0) }
        // Short reads: an export holds up nobody.
        while entries.count < Self.exportLimit {
            let (before, known) = (key, Set(people.keys))
            let page = try await house.store.read { store in
                let found =
                    try question.filter(networks, offsets, store)
                    .map { try store.entries($0, before: before, limit: 500) } ?? []
                return (found, try store.people(Set(found.compactMap(\.person)).subtracting(known)))
            }
            entries += page.0
            people.merge(page.1) { first, _ in first }
            guard page.0.count == 500, let last = page.0.last else { break }
            key = last.key
        }
        try await record("journal.export", question, count: entries.count, input)
        return (Array(entries.prefix(Self.exportLimit)), people, offsets)
    }

    /// Lets someone open patients again; false for an alarm that is not of this keeper's networks, or lifted already.
    public func lift(_ id: Identifier<Alarm>, _ input: Input) async throws -> Bool {
        let (networks, now, person) = (fact.networks, now, fact.caller.person)
        let recorder = house.recorder
        let lifted = try await house.store.write { tx in
            guard let alarm = try tx.alarm(id), alarm.liftedAt == nil, let network = alarm.network,
                networks.contains(network)
            else { return false }
            try tx.lift(id, by: person.id, at: now)
            try tx.append(
                recorder.entry(
                    "journal.lift", at: now, by: person, from: input.client, network: network,
                    detail: ["alarm": id.rawValue, "kind": alarm.kind.rawValue]))
            return true
        }
        if lifted { house.bulletin.post(.alarm(networks.first)) }
        return lifted
    }

    private func record(_ action: String, _ question: JournalQuestion, count: Int, _ input: Input) async throws {
        let entry = house.recorder.entry(
            action, at: now, by: fact.caller.person, from: input.client, network: fact.networks.first,
            detail: ["who": question.who, "number": question.number, "count": String(count)])
        try await house.store.write { try $0.append(entry) }
    }

    private static func offsets(_ networks: [Identifier<Network>], _ store: any StoreReader) throws -> OffsetRules {
        try store.networkName(networks.first)?.local.offsets ?? .centralEuropean
    }
}

extension JournalQuestion {
    /// Nil when it names someone or something unknown here: nothing is found.
    fileprivate func filter(
        _ networks: [Identifier<Network>], _ offsets: OffsetRules, _ store: any StoreReader
    ) throws -> HistoryFilter? {
        var filter = HistoryFilter(
            networks: networks, family: family, outcome: outcome,
            from: from.flatMap { CivilDateTime($0, hour: 0) }.map(offsets.instant(of:)),
            until: until.flatMap { CivilDateTime($0.adding(days: 1), hour: 0) }.map(offsets.instant(of:)))
        if !who.isEmpty {
            guard let person = try store.account(login: who.lowercased())?.person else { return nil }
            filter.person = person
        }
        if !number.isEmpty {
            guard let parsed = RequestNumber.parse(number),
                let id = try store.request(numbered: parsed, in: Set(networks))
            else { return nil }
            filter.request = id
        }
        return filter
    }
}
