import EssaimDomain

/// Sends by one channel what waits, one message at a time. What fails comes back after growing pauses, and is given up a day
/// after it was to leave.
public struct TellingRound: Sendable {
    public static let patience = Duration.hours(24)
    /// Longer than any courier takes.
    static let claim = Duration.minutes(5)

    let store: any Store
    let clock: any WallClock
    let courier: any Courier
    let tokens: any Tokens
    /// What to say of a message that did not leave: the channel, how often, whether it was given up, why.
    let onFault: @Sendable (TellingChannel, _ attempts: Int, _ givenUp: Bool, CourierFault) -> Void

    public init(
        store: any Store, clock: any WallClock, courier: any Courier, tokens: any Tokens,
        onFault: @escaping @Sendable (TellingChannel, Int, Bool, CourierFault) -> Void = { _, _, _, _ in }
    ) {
        self.store = store
        self.clock = clock
        self.courier = courier
        self.tokens = tokens
        self.onFault = onFault
    }

    /// False when nothing was due.
    public func workOnce() async throws -> Bool {
        if courier.channel == .mail, try await sendAccountMail() { return true }
        if try await sendCheck() { return true }
        if try await sendOpening() { return true }
        if try await sendNews() { return true }
        return try await sendRotaNews()
    }

    private func sendRotaNews() async throws -> Bool {
        let (now, channel) = (clock.now(), courier.channel)
        let notice = try await store.write { try $0.claimRotaNotice(on: channel, dueBy: now, until: now + Self.claim) }
        guard let notice else { return false }
        let (address, network, state) = try await store.read { reader in
            (
                try reader.address(of: notice.person, by: channel), try reader.networkName(notice.network)?.name,
                try notice.swap.flatMap { try reader.swap($0)?.swap.state }
            )
        }
        guard let address, let network, notice.event.awaits(state) else {
            try await store.write { try $0.settle(notice.id, as: .dropped, at: now) }
            return true
        }
        let fault = await carry(
            TellingMessage(
                id: notice.id.rawValue, content: .rota(notice.event, network: network), at: notice.plannedAt),
            to: address)
        let outcome = outcome(of: fault, after: notice.attempts, since: notice.plannedAt)
        try await store.write { tx in
            switch outcome {
            case .sent: try tx.settle(notice.id, as: .sent, at: clock.now())
            case .givenUp: try tx.settle(notice.id, as: .givenUp, at: clock.now())
            case .later(let next): try tx.postpone(notice.id, until: next)
            }
        }
        return true
    }

    private func sendNews() async throws -> Bool {
        let (now, channel) = (clock.now(), courier.channel)
        let notices = try await store.write { tx in
            try tx.claimNotices(on: channel, dueBy: now, until: now + Self.claim)
        }
        guard let first = notices.first else { return false }
        let person = first.person
        let (address, sight, hours) = try await store.read { reader in
            (
                try reader.address(of: person, by: channel),
                try TellingSight(notices, of: person, reader),
                try reader.choices(of: person)?.hours ?? .usual
            )
        }
        let message = first.message ?? first.id.rawValue
        // Late, for a server that was away or a try that failed: quiet hours still hold what does not press.
        if !first.isPressing, let calm = sight.offsets.map({ hours.calm(from: now, in: $0) }), calm > now {
            try await store.write { try $0.postpone(message: message, until: calm) }
            return true
        }
        let told = notices.filter { notice in
            sight.matter(notice)?.awaits(notice.event, telling: person, at: now) == true
        }
        guard let address, !told.isEmpty else {
            try await store.write { try $0.settle(notices.map(\.id), as: .dropped, at: now) }
            return true
        }
        let news = told.compactMap { notice in
            sight.matter(notice).map { TellingNews(event: notice.event, matter: $0) }
        }
        let fault = await carry(
            TellingMessage(id: message, content: .news(news.withoutRepeats), at: first.plannedAt), to: address)
        let (attempts, since) = (first.attempts, notices.map(\.plannedAt).min() ?? now)
        let over = Set(notices.map(\.id)).subtracting(told.map(\.id))
        let outcome = outcome(of: fault, after: attempts, since: since)
        try await store.write { tx in
            let end = clock.now()
            try tx.settle(Array(over), as: .dropped, at: end)
            switch outcome {
            case .sent: try tx.settle(told.map(\.id), as: .sent, at: end)
            case .givenUp: try tx.settle(told.map(\.id), as: .givenUp, at: end)
            case .later(let next): try tx.postpone(message: message, until: next)
            }
        }
        return true
    }

    private func sendCheck() async throws -> Bool {
        let (now, channel) = (clock.now(), courier.channel)
        let secret = channel.secret(tokens)
        let until = now + channel.secretLasts
        let check = try await store.write { tx -> ContactCheck? in
            guard let check = try tx.claimCheck(on: channel, dueBy: now, until: now + Self.claim) else { return nil }
            // Kept only as its digest, and made anew at each try: nothing at rest opens anything.
            let hash = ContactDesk.hash(secret, of: check.person, by: channel)
            try tx.setSecret(hash, until: until, of: check.person, by: channel)
            return check
        }
        guard let check else { return false }
        // Each try has a secret of its own: another message. Short enough for a Message-ID, whose left part is 64 bytes at most.
        let id = "confirmation-\(Identifier<TellingNotice>.new(at: now).rawValue)"
        let fault = await carry(
            TellingMessage(id: id, content: .check(secret: secret, until: until), at: now), to: check.address)
        let outcome = outcome(of: fault, after: check.attempts, since: check.askedAt)
        try await store.write { tx in
            let (state, next): (Contact.Check, Instant?) =
                switch outcome {
                case .sent: (.sent, nil)
                case .givenUp: (.givenUp, nil)
                case .later(let next): (.waiting, next)
                }
            try tx.settleCheck(of: check.person, by: channel, as: state, next: next)
        }
        return true
    }

    enum Outcome { case sent, givenUp, later(Instant) }

    func carry(_ message: TellingMessage, to address: String) async -> CourierFault? {
        do throws(CourierFault) {
            try await courier.carry(message, to: address)
            return nil
        } catch {
            return error
        }
    }

    /// A minute, two, four… an hour at most; given up when a day would have passed.
    func outcome(of fault: CourierFault?, after attempts: Int, since: Instant) -> Outcome {
        guard let fault else { return .sent }
        let now = clock.now()
        let next = now + .minutes(min(60, 1 << min(max(attempts - 1, 0), 6)))
        let isOver = fault == .badAddress || next - since >= Self.patience
        onFault(courier.channel, attempts, isOver, fault)
        return isOver ? .givenUp : .later(next)
    }
}

extension [TellingNews] {
    /// The same event on the same demand is said once, in the order in which they came.
    fileprivate var withoutRepeats: [TellingNews] {
        var seen: Set<String> = []
        return filter { seen.insert("\($0.matter.request.rawValue) \($0.event.rawValue)").inserted }
    }
}
