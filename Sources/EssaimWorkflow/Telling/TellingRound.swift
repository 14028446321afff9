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
        if try await sendCheck() { return true }
        return try await sendNews()
    }

    private func sendNews() async throws -> Bool {
        let (now, channel) = (clock.now(), courier.channel)
        let notices = try await store.write { tx in
            try tx.claimNotices(on: channel, dueBy: now, until: now + Self.claim)
        }
        guard let first = notices.first else { return false }
        let person = first.person
        let (address, matters, hours) = try await store.read { reader in
            (
                try reader.address(of: person, by: channel),
                try reader.matters(Set(notices.map(\.request)), visibleTo: person),
                try reader.choices(of: person)?.hours ?? .usual
            )
        }
        let message = first.message ?? first.id.rawValue
        // Late, for a server that was away or a try that failed: quiet hours still hold what does not press.
        if !first.isPressing, let calm = matters.first.map({ hours.calm(from: now, in: $0.offsets) }), calm > now {
            try await store.write { try $0.postpone(message: message, until: calm) }
            return true
        }
        let known = Dictionary(matters.map { ($0.request, $0) }, uniquingKeysWith: { first, _ in first })
        let told = notices.filter { notice in
            known[notice.request]?.awaits(notice.event, telling: person, at: now) == true
        }
        guard let address, !told.isEmpty else {
            try await store.write { try $0.settle(notices.map(\.id), as: .dropped, at: now) }
            return true
        }
        let news = told.compactMap { notice in
            known[notice.request].map { TellingNews(event: notice.event, matter: $0) }
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
        // A Message-ID: 64 bytes at most before its @.
        let id = "check-\(channel.rawValue)-\(check.person.rawValue)-\(now.milliseconds)"
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

    private enum Outcome { case sent, givenUp, later(Instant) }

    private func carry(_ message: TellingMessage, to address: String) async -> CourierFault? {
        do throws(CourierFault) {
            try await courier.carry(message, to: address)
            return nil
        } catch {
            return error
        }
    }

    /// A minute, two, four… an hour at most; given up when a day would have passed.
    private func outcome(of fault: CourierFault?, after attempts: Int, since: Instant) -> Outcome {
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
