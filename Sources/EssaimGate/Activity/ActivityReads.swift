import EssaimDomain
import EssaimWorkflow

/// The figures of a network for a month, of the twelve months that end with it, and of each line.
public struct Activity: Sendable {
    public let network: Network
    public let month: CivilMonth
    /// The month in which we are: none later is asked for.
    public let current: CivilMonth
    public let offer: Identifier<Offer>?
    public let counts: ActivityCounts
    public let mix: ActivityMix
    /// Ways out of Essaim that were taken at its lines.
    public let channels: [ChannelCount]
    /// Doctors of its pools, today.
    public let doctors: Int
    public let median: Duration?
    public let ninetieth: Duration?
    public let months: [(month: CivilMonth, counts: ActivityCounts)]
    public let offers: [(offer: Identifier<Offer>, title: String, counts: ActivityCounts)]
    /// The networks that the reader follows.
    public let networks: [(id: Identifier<Network>, name: String)]
    public let offsets: OffsetRules
    public let isDemonstration: Bool
}

/// What is asked of the figures; what names nothing that the reader follows is left out.
public struct ActivityFilter: Sendable {
    public var network: String
    public var month: CivilMonth?
    public var offer: String

    public init(network: String, month: CivilMonth?, offer: String) {
        self.network = network
        self.month = month
        self.offer = offer
    }
}

extension Grant where P == FollowNetwork {
    public func activity(_ filter: ActivityFilter) async throws -> Activity {
        try await house.activity(filter, in: try await followed(), at: now)
    }

    /// A line a demand, numbers left out. The export leaves an entry.
    public func export(
        _ filter: ActivityFilter, _ input: Input
    ) async throws -> (lines: [ActivityLine], month: CivilMonth) {
        let (lines, scope) = try await house.activityLines(filter, in: try await followed(), at: now)
        let entry = house.recorder.entry(
            "activity.export", at: now, by: fact.caller.person, from: input.client, network: scope.network.id,
            detail: ["month": scope.month.description, "lines": String(lines.count)])
        try await house.store.write { try $0.append(entry) }
        return (lines, scope.month)
    }

    /// One's own, then the teams that they frame: a region's coordination reads the figures of its teams, and those alone.
    private func followed() async throws -> [Identifier<Network>] {
        let own = fact.networks
        return try await house.store.read { store in
            own + (try store.networks(framedBy: Set(own))).filter { !own.contains($0) }
        }
    }
}

extension House {
    /// How many lines an export holds at most.
    private static var exportLimit: Int { 100_000 }

    /// - Parameter networks: those that whoever asks may read, never empty; the filter chooses among them.
    func activity(
        _ filter: ActivityFilter, in networks: [Identifier<Network>], at now: Instant
    ) async throws -> Activity {
        let isLoopback = isLoopback
        return try await store.read { store in
            let scope = try ActivityScope(filter, networks, now, store)
            let counts = try store.activity(scope.question, at: now)
            // Twelve ranges, one after the other, each a month's.
            let months = try (0..<12).map { back in
                let month = scope.month.adding(months: back - 11)
                return (month: month, counts: try store.activity(scope.question(of: month), at: now))
            }
            var everyLine = scope.question
            everyLine.offer = nil
            return Activity(
                network: scope.network, month: scope.month, current: scope.current, offer: scope.question.offer,
                counts: counts, mix: try store.activityMix(scope.question),
                channels: try store.channelCounts(
                    in: scope.network.id, from: scope.question.from, until: scope.question.until),
                doctors: try store.doctorCount(of: scope.network.id),
                median: try Self.centile(50, of: counts, scope.question, store),
                ninetieth: try Self.centile(90, of: counts, scope.question, store), months: months,
                offers: try store.activityByOffer(everyLine, at: now),
                networks: try networks.map { (id: $0, name: try store.networkName($0)?.name ?? "") },
                offsets: scope.offsets, isDemonstration: try isLoopback && store.isDemonstration())
        }
    }

    func activityLines(
        _ filter: ActivityFilter, in networks: [Identifier<Network>], at now: Instant
    ) async throws -> (lines: [ActivityLine], scope: ActivityScope) {
        let scope = try await store.read { try ActivityScope(filter, networks, now, $0) }
        var lines: [ActivityLine] = []
        // Short reads: an export holds up nobody.
        while lines.count < Self.exportLimit {
            let key = lines.last.map { WorklistKey(sortKey: $0.submittedAt, id: $0.id) }
            let page = try await store.read { try $0.activityLines(scope.question, after: key, limit: 1000) }
            lines += page
            if page.count < 1000 { break }
        }
        return (Array(lines.prefix(Self.exportLimit)), scope)
    }

    /// The nearest rank: the delay within which at least so many of a hundred were answered.
    private static func centile(
        _ hundredths: Int, of counts: ActivityCounts, _ question: ActivityQuestion, _ store: any StoreReader
    ) throws -> Duration? {
        guard counts.answered > 0 else { return nil }
        return try store.answerDelay(question, rank: (counts.answered * hundredths + 99) / 100 - 1)
    }
}

/// A filter made sure: a network of the reader's, a month that has begun, a line of that network.
struct ActivityScope: Sendable {
    let network: Network
    let offsets: OffsetRules
    let month: CivilMonth
    let current: CivilMonth
    let offer: Identifier<Offer>?

    init(
        _ filter: ActivityFilter, _ networks: [Identifier<Network>], _ now: Instant, _ store: any StoreReader
    ) throws {
        let asked = networks.first { $0.rawValue == filter.network } ?? networks.first
        guard let asked, let network = try store.network(asked) else { throw StoreFault.corrupt("a followed network") }
        self.network = network
        offsets = OffsetRules(named: network.timeZone) ?? .centralEuropean
        current = CivilMonth(of: offsets.civil(at: now).date)
        month = min(filter.month ?? current, current)
        offer = network.offers.first { $0.id.rawValue == filter.offer }?.id
    }

    var question: ActivityQuestion { question(of: month) }

    func question(of month: CivilMonth) -> ActivityQuestion {
        ActivityQuestion(
            network: network.id, from: offsets.instant(of: CivilDateTime(startOf: month.firstDay)),
            until: offsets.instant(of: CivilDateTime(startOf: month.adding(months: 1).firstDay)), offer: offer)
    }
}
