import EssaimDomain
import EssaimGate
import HTTPTypes
import Hummingbird
import Logging
import NIOCore

/// What stands outside of any endpoint, as the pages room says it.
public struct FrontDesk: Sendable {
    public let absent: @Sendable (Visitor) async throws -> Reply
    public let signIn: @Sendable (Input) async throws -> Reply
    public let forgedForm: @Sendable (Visitor) async throws -> Reply
    public let failure: @Sendable (_ error: any Error, _ reference: String) -> Reply
    /// Where one shows again who one is.
    public let proof: String
    /// Too many patients were opened; until when.
    public let throttled: @Sendable (Visitor, _ until: Instant) async throws -> Reply
    /// 400, 405, 413, 421: what could not even be read.
    public let refused: @Sendable (_ status: Int) -> Reply
    /// 429: too many calls; in how many seconds to come back.
    public let hurried: @Sendable (Visitor, _ seconds: Int) async throws -> Reply
    /// 503: too many at once.
    public let crowded: @Sendable () -> Reply

    public init(
        absent: @escaping @Sendable (Visitor) async throws -> Reply,
        signIn: @escaping @Sendable (Input) async throws -> Reply,
        forgedForm: @escaping @Sendable (Visitor) async throws -> Reply,
        proof: String, throttled: @escaping @Sendable (Visitor, _ until: Instant) async throws -> Reply,
        failure: @escaping @Sendable (_ error: any Error, _ reference: String) -> Reply,
        refused: @escaping @Sendable (_ status: Int) -> Reply,
        hurried: @escaping @Sendable (Visitor, _ seconds: Int) async throws -> Reply,
        crowded: @escaping @Sendable () -> Reply
    ) {
        self.absent = absent
        self.signIn = signIn
        self.forgedForm = forgedForm
        self.proof = proof
        self.throttled = throttled
        self.failure = failure
        self.refused = refused
        self.hurried = hurried
        self.crowded = crowded
    }
}

/// Puts the house's endpoints behind HTTP: the only door. Each request goes through the same steps, in this order: host,
/// origin, route, session, body, gate; every answer bears the same headers.
public func mount(
    _ endpoints: [Endpoint], of house: House, at origin: PublicOrigin, behind proxies: TrustedProxies = .thisMachine,
    limits: Int = 1,
    front: FrontDesk, logger: Logger
) -> Router<DoorContext> {
    let router = Router(context: DoorContext.self, options: .autoGenerateHeadEndpoints)
    let forServers = Set(endpoints.filter { $0.isForServers || $0.isForSoftware }.map(\.path))
        .union([PolicyReports.path])
    let verbs = Set(endpoints.map { HTTPRequest.Method($0.method) }).union([.head])
    router.add(
        middleware: Doorkeeper(
            origin: origin, house: house, front: front, forServers: forServers, verbs: verbs, logger: logger))
    let (pacing, admission) = (PaceKeeper(factor: limits, now: { house.now() }), Admission())
    let reports = PolicyReports(logger: logger)
    // No page and no session: what browsers post by themselves.
    router.post(RouterPath(PolicyReports.path)) { request, _ in
        Response(Reply(await reports.take(request).code, contentType: "text/plain; charset=utf-8"), at: origin)
    }
    for endpoint in endpoints {
        router.on(RouterPath(endpoint.path), method: HTTPRequest.Method(endpoint.method)) { request, context in
            let client = context.client(of: request, behind: proxies)
            let answer = { @Sendable () async throws -> Reply in
                if endpoint.isForSoftware {
                    return try await SoftwareKnock(endpoint, request, context, client).answer(house, pacing)
                }
                return try await Knock(endpoint, request, context, client).answer(house, front, pacing)
            }
            // Health and what is free of cost pass a full hall; a file waits for the wire, not for a place.
            guard endpoint.pace != .free, !endpoint.takesFiles else {
                return Response(try await answer(), to: request, at: origin)
            }
            let reply = try await admission.during { try await answer() }
            return Response(reply ?? front.crowded(), to: request, at: origin)
        }
    }
    return router
}

/// One request at one endpoint.
private struct Knock: Sendable {
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

    func answer(_ house: House, _ front: FrontDesk, _ pacing: PaceKeeper) async throws -> Reply {
        let cookies = CookieHeader.parse(request.headers[values: .cookie])
        let visitor = try await house.visitor(token: cookies.single(SessionCookie.name))
        // Before the body is read, and before anything is written.
        if let seconds = pacing.take(endpoint.pace, of: visitor.caller?.person.id.rawValue ?? client) {
            return try await front.hurried(visitor, seconds)
        }
        do {
            let intake = try await Intake(
                request, context, for: endpoint, client: client, isKnown: visitor.caller != nil)
            let input = intake.input
            let departure = cookies.single(DepartureCookie.name)
            let run: @Sendable (Input) async throws -> Endpoint.Outcome = { input in
                var input = input
                input.departure = departure
                return try await endpoint.run(house, visitor, input)
            }
            switch try await intake.reading(run) {
            case .reply(let reply): return reply
            case .absent: return try await front.absent(visitor)
            case .signInNeeded: return try await front.signIn(input)
            case .forgedForm: return try await front.forgedForm(visitor)
            case .proofNeeded: return .seeOther(front.proof)
            case .throttled(let until): return try await front.throttled(visitor, until)
            }
        } catch let fault as BodyFault {
            // Thrown here, or by the endpoint that was reading the file.
            return front.refused(fault.status)
        }
    }
}

extension HTTPRequest.Method {
    fileprivate init(_ method: Endpoint.Method) {
        self =
            switch method {
            case .get: .get
            case .post: .post
            case .put: .put
            }
    }
}
