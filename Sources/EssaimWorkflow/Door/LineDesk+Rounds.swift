import EssaimDomain

extension LineDesk {
    /// Counts what lines really take, network after network: a short transaction each.
    public func countDelays() async throws {
        let now = clock.now()
        let networks = try await store.read { try $0.networks().map(\.id) }
        for network in networks {
            try await store.write { try $0.countDelays(of: network, since: now - ObservedDelay.window, at: now) }
        }
    }

    /// Looks at each line that somebody waits for. Once open, whether its team said so or its pause ended, each of them is
    /// left one notice by each channel they chose, and waits no more; how many waited.
    @discardableResult
    public func tellOpenings() async throws -> Int {
        let now = clock.now()
        let awaited = try await store.read { try $0.awaitedLines() }
        guard !awaited.isEmpty else { return 0 }
        let opened = try await store.read { store in
            try store.networks().flatMap { network in
                network.offers.filter { offer in
                    awaited.contains(offer.id) && offer.isOpen(on: network.localTime(of: offer).date(at: now))
                }.map { (line: $0.id, offsets: network.localTime(of: $0).offsets) }
            }
        }
        var told = 0
        for (line, offsets) in opened {
            told += try await store.write { tx in
                try leaveNotices(of: line, offsets, at: now, tx)
                return try tx.open(line, at: now)
            }
        }
        if told > 0 { bulletin.post(.jobs) }
        return told
    }

    private func leaveNotices(
        of line: Identifier<Offer>, _ offsets: OffsetRules, at now: Instant, _ tx: any StoreWriter
    ) throws {
        guard !channels.isEmpty else { return }
        var last: Identifier<Person>?
        // Whole people: a page that stops between two channels of one would lose the second.
        while let page = try nextPage(of: line, after: last, tx) {
            for reached in page where channels.contains(reached.channel) {
                guard reached.choices.wants(reached.channel, isPressing: false) else { continue }
                try tx.leave(
                    LineNotice(person: reached.person, offer: line, channel: reached.channel, openedAt: now),
                    sendAt: reached.choices.hours.departure(isPressing: false, at: now, in: offsets))
            }
            last = page.last?.person
        }
    }

    private func nextPage(
        of line: Identifier<Offer>, after person: Identifier<Person>?, _ tx: any StoreWriter
    ) throws -> [Tellable]? {
        let length = 500
        let page = try tx.tellable(awaiting: line, after: person, limit: length)
        guard let last = page.last else { return nil }
        if page.count < length { return page }
        let whole = page.filter { $0.person != last.person }
        return whole.isEmpty ? page : whole
    }
}
