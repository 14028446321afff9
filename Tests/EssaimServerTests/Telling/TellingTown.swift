import EssaimDomain
import EssaimOutbound
import EssaimTestSupport
import EssaimWorkflow
import Synchronization

@testable import EssaimServer

/// Keeps what it is given to carry, or fails as it is told to.
final class RecordingCourier: Courier {
    let channel: TellingChannel
    private let state = Mutex<(carried: [(TellingMessage, String)], fault: CourierFault?)>(([], nil))

    init(_ channel: TellingChannel) { self.channel = channel }

    var carried: [(message: TellingMessage, address: String)] { state.withLock { $0.carried.map { ($0.0, $0.1) } } }

    func fail(with fault: CourierFault?) { state.withLock { $0.fault = fault } }

    func carry(_ message: TellingMessage, to address: String) async throws(CourierFault) {
        let fault = state.withLock { state in
            // Tried, whatever comes of it: a mail server may have it, and say nothing.
            state.carried.append((message, address))
            return state.fault
        }
        if let fault { throw fault }
    }

    func forget() { state.withLock { $0.carried = [] } }

    /// The events told, by address.
    var events: [String: [TellingEvent]] {
        carried.reduce(into: [:]) { told, one in
            if case .news(let news) = one.message.content { told[one.address, default: []] += news.map(\.event) }
        }
    }
}

/// A town whose people are reached at `<id>@exemple.fr` and by mobile, by couriers that keep what they carry.
struct TellingTown: Sendable {
    static let settings = [
        "ESSAIM_MAIL_SERVER": "smtp://127.0.0.1:9", "ESSAIM_MAIL_FROM": "essaim@exemple.fr",
        "ESSAIM_SMS_URL": "http://127.0.0.1:9/sms", "ESSAIM_SMS_BODY": #"{"to":"{to}","text":"{text}"}"#,
    ]
    static let reached: [Person] = [.asker, .colleague, .delegate, .senior, .second, .junior, .southern]

    let town: ServedTown
    let mail = RecordingCourier(.mail)
    let sms = RecordingCourier(.sms)

    static func open(
        reached: [Person] = reached, _ visit: @Sendable (TellingTown) async throws -> Void
    ) async throws {
        try await ServedTown.open(settings: settings) { town in
            let telling = TellingTown(town: town)
            try await town.server.store.write { tx in
                for person in reached {
                    try tx.ask("\(person.id)@exemple.fr", of: person.id, by: .mail, at: .sample)
                    try tx.confirm(person.id, by: .mail)
                }
            }
            try await visit(telling)
        }
    }

    /// Does what fell due by now; for how many.
    func look() async throws -> Int {
        let visits = DueWatch(store: town.server.store, clock: town.clock, channels: [.mail, .sms])
        return try await town.server.requests.keepPromises() + visits.look()
    }

    /// Sends all that is due now.
    func send() async throws {
        for courier in [mail, sms] {
            let round = town.server.round(courier)
            while try await round.workOnce() {}
        }
    }

    /// The time in Paris, of Monday 23 November 2026 or of some days later.
    func goTo(_ hour: Int, _ minute: Int = 0, days: Int = 0) throws {
        let date = CivilDate(dayNumber: 20780).adding(days: days)
        guard let civil = CivilDateTime(date, hour: hour, minute: minute) else { return }
        town.clock.set(to: OffsetRules.centralEuropean.instant(of: civil))
    }

    func choose(_ choices: TellingChoices, _ person: Person) async throws {
        try await town.server.store.write { try $0.save(choices, of: person.id) }
    }

    func words(now: Instant) -> TellingWords {
        TellingWords(site: "https://essaim.exemple.fr", confirmation: { "/profil/courriel/\($0)" }, now: now)
    }

    /// Rows of the outbox: `asker answered mail waiting`.
    func notices() throws -> Set<String> {
        Set(
            try town.ledger.look.texts(
                "SELECT person_id || ' ' || event || ' ' || channel || ' ' || state FROM notices ORDER BY id"))
    }
}
