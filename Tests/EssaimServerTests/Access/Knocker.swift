import EssaimDomain
import EssaimTestSupport
import EssaimWorkflow
import Testing

@testable import EssaimServer

/// Who knocks at every door of the matrix.
enum Knocker: String, CaseIterable, CustomTestStringConvertible {
    case anonymous, asker, colleague, delegate, neighbour, senior, second, junior, southern, suspended
    case regulator, coordinator, administrator, elsewhere, disabled, expired

    var testDescription: String { rawValue }

    var person: Person? {
        switch self {
        case .anonymous: nil
        case .asker, .expired: .asker
        case .colleague: .colleague
        case .delegate: .delegate
        case .neighbour: .neighbour
        case .senior: .senior
        case .second: .second
        case .junior: .junior
        case .southern: .southern
        case .suspended: .suspended
        case .regulator: .regulator
        case .coordinator: .coordinator
        case .administrator: .administrator
        case .elsewhere: .elsewhere
        case .disabled: .closed
        }
    }

    /// The server knows who this is: a cookie alone is not enough.
    var isKnown: Bool { self != .anonymous && self != .disabled && self != .expired }

    func browser(in town: ServedTown) async throws -> Browser {
        guard let person else { return town.browser() }
        return try await town.browser(of: person, seen: self == .expired ? town.clock.now() - .minutes(30) : nil)
    }
}

/// The demands of the matrix: one in each state, held by the senior where someone holds it, and one that does not exist.
enum Kept: String, CaseIterable {
    case draft, submitted, taken, awaitingInformation, answered, closed, absent

    var id: String { "demand-\(rawValue)" }
    var photo: String { "attachment-\(rawValue)" }

    /// What stands in these demands and nowhere else.
    static let canaries = [
        "Fictive", "Rozenn", "Cette lésion du dos", "Suivie depuis trois mois", "Kératose", "REPORT-4711",
    ]

    /// Puts them all into the town: each with a photograph and a report.
    static func fill(_ town: ServedTown) async throws {
        for (rank, kept) in allCases.enumerated() {
            guard let state = RequestState(rawValue: kept.rawValue) else { continue }
            let file = try await town.server.photos.keep(SamplePhoto.jpeg, named: "a.jpg").get()
            let photo = Attachment(
                id: Identifier(kept.photo), request: Identifier(kept.id), slot: "centered", name: "a.jpg",
                mediaType: "image/jpeg", byteCount: file.byteCount, width: 8, height: 8, storedAs: file.storedAs,
                addedBy: Person.asker.id, addedAt: town.clock.now())
            let demand = AdviceRequest.sample(
                state, id: Identifier(kept.id), rank: UInt64(rank), isUnread: state == .answered || state == .closed)
            let report = IssuedReport(
                request: demand.id, version: 1, issuedAt: town.clock.now(), bytes: Array("REPORT-4711".utf8))
            try await town.server.store.write { tx in
                try tx.insert(demand)
                try tx.insert(photo)
                try tx.keep(report)
            }
        }
    }
}
