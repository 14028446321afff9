import EssaimDomain
import EssaimWorkflow

/// Proof that a policy said yes, and the only door to what lies behind: every read and every command hangs on a grant, in
/// extensions of this room constrained to the policies that allow it. Only `Endpoint.run` makes one.
public struct Grant<P: Policy>: Sendable {
    public let fact: P.Fact
    public let visitor: Visitor
    public let now: Instant
    let house: House

    fileprivate init(_ fact: P.Fact, _ visitor: Visitor, _ now: Instant, _ house: House) {
        self.fact = fact
        self.visitor = visitor
        self.now = now
        self.house = house
    }
}

/// A route as a value: method, path, policy, and the handler that needs its grant. The list of endpoints is the access
/// matrix's source.
public struct Endpoint: Sendable {
    public enum Method: String, Sendable, CaseIterable { case get = "GET", post = "POST", put = "PUT" }

    public let method: Method
    /// `/demandes/{id}`: a part in braces is a parameter.
    public let path: String
    public let policy: String
    /// Most bytes of a body.
    public let bodyLimit: Int
    /// The body may be multipart and carry a file; of a `PUT`, it is one.
    public let takesFiles: Bool
    /// The form carries the session's token: all but the sign-in's.
    public let needsSeal: Bool
    /// What would hurt in a stolen session: whoever does it showed lately who they are.
    public let needsProof: Bool
    /// Other servers post here, with a text that says by itself who speaks: no form, no cookie, no origin.
    public let isForServers: Bool
    /// How often one may knock here.
    public let pace: Pace
    /// Programs call here, with a token of theirs or to earn one: no cookie is read, and no page answers.
    public let isForSoftware: Bool
    /// The scope that a program needs here.
    public let scope: SoftwareScope?
    /// Nobody need be known.
    public let isOpen: Bool
    private let answer: @Sendable (House, Visitor, Input) async throws -> Outcome

    public enum Outcome: Sendable {
        case reply(Reply)
        /// Refused or absent: one answer.
        case absent
        /// Nobody is signed in, and someone would have to be.
        case signInNeeded
        /// The form does not carry this session's token: made elsewhere, or before the last sign-in.
        case forgedForm
        /// Someone is signed in who is to show again who they are first.
        case proofNeeded
        /// Too many patients were opened: nothing more until then.
        case throttled(until: Instant)
    }

    public init<P: Policy>(
        _ method: Method, _ path: String, _ policy: P.Type, bodyLimit: Int = 256 << 10, takesFiles: Bool = false,
        needsSeal: Bool = true, needsProof: Bool = false, isForServers: Bool = false,
        isForSoftware: Bool = false,
        pace: Pace = .ordinary, _ handler: @escaping @Sendable (Grant<P>, Input) async throws -> Reply?
    ) {
        self.method = method
        self.path = path
        self.policy = P.name
        self.bodyLimit = bodyLimit
        self.takesFiles = takesFiles
        self.isForSoftware = isForSoftware || P.self is any SoftwarePolicy.Type
        scope = (P.self as? any SoftwarePolicy.Type)?.scope
        self.needsSeal = needsSeal && method != .get && !isForServers && !self.isForSoftware
        self.needsProof = needsProof
        self.isForServers = isForServers
        self.pace = pace
        isOpen = P.self is any OpenPolicy.Type
        answer = { [needsProof] house, visitor, input in
            let facts = HouseFacts(now: house.clock.now(), isLoopback: house.isLoopback)
            let fact = try await house.store.read { try P.decide(visitor, input, in: facts, $0) }
            guard let fact else {
                if P.self is any OpenPolicy.Type { return .absent }
                if case .anonymous = visitor { return .signInNeeded }
                try await house.recordRefusal(of: visitor, policy: P.name, input)
                return .absent
            }
            // Asked of who may do it, and of nobody else: a refusal stays an absence.
            if needsProof, let session = visitor.session, !house.accounts.isProven(session) { return .proofNeeded }
            do {
                let reply = try await handler(Grant(fact, visitor, facts.now, house), input)
                return reply.map(Outcome.reply) ?? .absent
            } catch let limit as TooManyPatients {
                return .throttled(until: limit.until)
            }
        }
    }

    public func run(_ house: House, _ visitor: Visitor, _ input: Input) async throws -> Outcome {
        if input.isPrefetch, !isOpen { return .reply(Reply(204, contentType: "text/plain; charset=utf-8")) }
        if needsSeal {
            guard let session = visitor.session else { return isOpen ? .forgedForm : .signInNeeded }
            // A token sent twice is nobody's. Both are 256 random bits: comparing them leaks nothing that can be used.
            guard input.form.single(FormSealName.csrf) == session.csrf else { return .forgedForm }
        }
        return try await answer(house, visitor, input)
    }
}

/// A policy that nobody need sign in for: refused, it is absent.
public protocol OpenPolicy: Policy {}

/// The hidden field that ties a form to its session.
public enum FormSealName {
    public static let csrf = "_csrf"
    /// Where a file goes in its demand's protocol.
    public static let slot = "emplacement"
}
