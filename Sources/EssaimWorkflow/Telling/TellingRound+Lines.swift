import Crypto
import EssaimDomain

extension TellingRound {
    /// One line that opened, to one person who waited for it. False when none was due.
    func sendOpening() async throws -> Bool {
        let (now, channel) = (clock.now(), courier.channel)
        let claimed = try await store.write { tx in
            try tx.claimLineNotice(on: channel, dueBy: now, until: now + Self.claim)
        }
        guard let notice = claimed else { return false }
        let (address, line, hours, offsets) = try await store.read { reader in
            let line = try reader.lineSubscription(of: notice.person, to: notice.offer)
            let zone = try line.flatMap { try reader.networkName($0.network)?.local.offsets }
            return (
                try reader.address(of: notice.person, by: channel), line,
                try reader.choices(of: notice.person)?.hours ?? .usual,
                zone ?? .centralEuropean
            )
        }
        // Who wants it no more has no subscription; who waits again waits for another opening.
        guard let address, let line, line.openedAt == notice.openedAt else {
            try await store.write { try $0.settle(notice, as: .dropped) }
            return true
        }
        let calm = hours.calm(from: now, in: offsets)
        guard calm <= now else {
            try await store.write { try $0.postpone(notice, until: calm) }
            return true
        }
        let opened = OpenedLine(
            offer: line.offer, network: line.network, title: line.title, networkName: line.networkName)
        // The same at each try; short enough for a Message-ID.
        let what = [notice.person.rawValue, notice.offer.rawValue, String(notice.openedAt.milliseconds)]
        let digest = SHA256.hash(data: Array(what.joined(separator: "\u{0}").utf8))
        let id = "ligne-" + HistoryRecorder.hex(digest.prefix(20))
        let fault = await carry(
            TellingMessage(id: id, content: .lineOpened(opened), at: notice.openedAt), to: address)
        let outcome = outcome(of: fault, after: notice.attempts, since: notice.openedAt)
        try await store.write { tx in
            switch outcome {
            case .sent: try tx.settle(notice, as: .sent)
            case .givenUp: try tx.settle(notice, as: .givenUp)
            case .later(let next): try tx.postpone(notice, until: next)
            }
        }
        return true
    }
}
