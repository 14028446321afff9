import EssaimDomain
import EssaimGate
import EssaimWorkflow
import HTTPTypes
import Hummingbird

/// A program's request at an endpoint for programs. Who it is stands in `Authorization` alone: no cookie is read, and no token
/// in an address or a form. Every answer is JSON, or what was asked for.
struct SoftwareKnock: Sendable {
    let endpoint: Endpoint
    let request: Request
    let context: DoorContext
    let client: String

    init(_ endpoint: Endpoint, _ request: Request, _ context: DoorContext, _ client: String) {
        self.endpoint = endpoint
        self.request = request
        self.context = context
        self.client = client
    }

    /// 256 bits in base64, and room for none longer.
    private static let longestToken = 128

    func answer(_ house: House, _ pacing: PaceKeeper) async throws -> Reply {
        // By the address: what an account may do is counted once it is known.
        if let seconds = pacing.take(endpoint.pace, of: client) { return .software(.tooMany, after: seconds) }
        var visitor = Visitor.anonymous
        if !endpoint.isOpen {
            let shown = request.headers[values: .authorization]
            if shown.isEmpty { return .software(.noToken) }
            guard let token = Self.token(of: shown) else { return .software(.invalidToken) }
            switch try await house.program(bearing: token) {
            case .known(let caller): visitor = .software(caller)
            case .unknown: return .software(.invalidToken)
            case .hurried(let seconds): return .software(.tooMany, after: seconds)
            }
        }
        do {
            let intake = try await Intake(request, context, for: endpoint, client: client, isKnown: !endpoint.isOpen)
            switch try await endpoint.run(house, visitor, intake.input) {
            case .reply(let reply): return reply
            case .absent: return refusal(of: visitor)
            case .signInNeeded, .forgedForm, .proofNeeded, .throttled: return .software(.noToken)
            }
        } catch let fault as BodyFault {
            return .software(fault.status == 413 ? .tooLarge : .invalidRequest)
        }
    }

    /// What a token lacks is said; of anything else, absent and refused are one.
    private func refusal(of visitor: Visitor) -> Reply {
        if let scope = endpoint.scope, case .software(let caller) = visitor, !caller.scopes.contains(scope) {
            return .software(.insufficientScope, scope: scope.rawValue)
        }
        return .software(.notFound)
    }

    /// RFC 6750, §2.1. Shown twice it is nobody's.
    private static func token(of shown: [String]) -> String? {
        guard shown.count == 1, let words = shown.first?.split(separator: " "), words.count == 2,
            words[0].lowercased() == "bearer", words[1].utf8.count <= longestToken
        else { return nil }
        return String(words[1])
    }
}
