import EssaimDomain

/// Leaves the notices of one thing to be told, in the transaction of what caused it: a change that is rolled back tells
/// nobody.
struct NoticeLeaving {
    let tx: any StoreWriter
    let now: Instant
    /// By which this server can tell.
    let channels: Set<TellingChannel>
    /// Where the demand is.
    let offsets: OffsetRules

    init(
        _ tx: any StoreWriter, of network: Identifier<Network>, by channels: Set<TellingChannel>, at now: Instant
    ) throws {
        self.tx = tx
        self.now = now
        self.channels = channels
        offsets = try tx.networkName(network)?.local.offsets ?? .centralEuropean
    }

    /// - Parameters:
    ///   - mark: what makes it one thing to be told: an act by its version, a delay by its due time.
    ///   - actor: who did it, and is told nothing.
    func leave(
        _ telling: Telling, of request: AdviceRequest, mark: String, except actor: Identifier<Person>?
    ) throws {
        guard !channels.isEmpty else { return }
        for reached in try tx.tellable(telling.audience)
        where reached.person != actor && channels.contains(reached.channel) {
            guard reached.choices.wants(reached.channel, isPressing: telling.isPressing) else { continue }
            let departure = reached.choices.hours.departure(isPressing: telling.isPressing, at: now, in: offsets)
            let parts = [
                request.id.rawValue, telling.event.rawValue, mark, reached.person.rawValue, reached.channel.rawValue,
            ]
            try tx.leave(
                TellingNotice(
                    id: .new(at: now), mark: parts.joined(separator: " "), person: reached.person, request: request.id,
                    event: telling.event, channel: reached.channel, isPressing: telling.isPressing, madeAt: now,
                    plannedAt: departure))
        }
    }
}
