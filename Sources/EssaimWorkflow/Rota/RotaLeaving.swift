import EssaimDomain

/// Leaves the notices of one thing done to a rota, in the transaction that does it.
struct RotaLeaving {
    let tx: any StoreWriter
    let network: Network
    let channels: Set<TellingChannel>
    let now: Instant

    init(_ tx: any StoreWriter, of network: Network, by channels: Set<TellingChannel>, at now: Instant) {
        self.tx = tx
        self.network = network
        self.channels = channels
        self.now = now
    }

    func leave(
        _ event: RotaEvent, to audience: Set<Telling.Audience>, of swap: DutySwap, except actor: Identifier<Person>
    ) throws {
        try leave(event, to: audience, mark: "\(swap.id) \(swap.version)", swap: swap.id, except: actor)
    }

    /// - Parameters:
    ///   - mark: what makes it one thing to be told.
    ///   - actor: who did it, and is told nothing.
    func leave(
        _ event: RotaEvent, to audience: Set<Telling.Audience>, mark: String, swap: Identifier<DutySwap>? = nil,
        except actor: Identifier<Person>? = nil
    ) throws {
        guard !channels.isEmpty, !audience.isEmpty else { return }
        let offsets = network.local.offsets
        for reached in try tx.tellable(audience) where reached.person != actor && channels.contains(reached.channel) {
            guard reached.choices.wants(reached.channel, isPressing: false) else { continue }
            let parts = [network.id.rawValue, event.rawValue, mark, reached.person.rawValue, reached.channel.rawValue]
            try tx.leave(
                RotaNotice(
                    id: .new(at: now), mark: parts.joined(separator: " "), person: reached.person, network: network.id,
                    swap: swap, event: event, channel: reached.channel,
                    plannedAt: reached.choices.hours.departure(isPressing: false, at: now, in: offsets)))
        }
    }
}
