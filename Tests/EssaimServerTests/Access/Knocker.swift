import EssaimDomain
import EssaimTestSupport
import EssaimWorkflow
import Testing

@testable import EssaimServer

/// Who knocks at every door of the matrix.
enum Knocker: String, CaseIterable, CustomTestStringConvertible {
    /// Of the asking structure: who asks, another member, who prepares for them.
    case asker, colleague, delegate
    /// Of another structure of the same network.
    case neighbour
    /// Of the northern pool: who holds the demands, another expert, a junior.
    case senior, second, junior
    /// Of the southern pool: one who only answers there, one who has opened the demands in an emergency.
    case southern, emergency
    /// Whose role bears on the network: the first two read its demands.
    case regulator, coordinator
    case administrator, secretary, billingOffice, head, agencyReader, securityReferent
    /// The regulator of another network.
    case elsewhere
    /// Whose membership is not, or no longer, active.
    case invited, former, suspended
    /// Whom the server does not know: a closed account, a session that is over, nobody.
    case disabled, expired, anonymous

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
        case .emergency: .emergency
        case .regulator: .regulator
        case .coordinator: .coordinator
        case .administrator: .administrator
        case .secretary: .secretary
        case .billingOffice: .billingOffice
        case .head: .head
        case .agencyReader: .agencyReader
        case .securityReferent: .securityReferent
        case .elsewhere: .elsewhere
        case .invited: .invited
        case .former: .former
        case .suspended: .suspended
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
