import EssaimGate
import Foundation
import HTTPTypes
import Hummingbird
import Logging

/// Before any route: is this our address, does a change come from our own pages? After it: no error leaves with what broke,
/// and one line goes to the technical log, without query, name or text.
struct Doorkeeper: RouterMiddleware {
    let origin: PublicOrigin
    let house: House
    let front: FrontDesk
    /// Paths where other servers post: nothing there depends on a cookie.
    let forServers: Set<String>
    let logger: Logger

    func handle(
        _ request: Request, context: DoorContext,
        next: (Request, DoorContext) async throws -> Response
    ) async throws -> Response {
        let start = ContinuousClock.now
        var response = await answer(request, context, next)
        // Every answer to HEAD is without body, refusals too: on a kept connection a body would be read as the next answer.
        if request.method == .head { response = response.createHeadResponse() }
        logger.info(
            "request",
            metadata: [
                "method": "\(request.method.rawValue)", "path": "\(Self.route(context))",
                "status": "\(response.status.code)", "ms": "\((ContinuousClock.now - start) / .milliseconds(1))",
            ])
        return response
    }

    private func answer(
        _ request: Request, _ context: DoorContext,
        _ next: (Request, DoorContext) async throws -> Response
    ) async -> Response {
        do {
            let authority = request.head.authority?.lowercased() ?? ""
            if authority != origin.authority {
                guard origin.isOtherSpelling(authority), request.method == .get || request.method == .head else {
                    return Response(front.refused(421), at: origin)
                }
                let query = request.uri.query.map { "?\($0)" } ?? ""
                return Response(.seeOther(origin.text + request.uri.path + query), at: origin)
            }
            if request.method != .get, request.method != .head, !isOurs(request),
                !forServers.contains(request.uri.path)
            {
                return Response(try await front.forgedForm(.anonymous), at: origin)
            }
            return try await next(request, context)
        } catch let error as HTTPError where error.status == .notFound || error.status == .methodNotAllowed {
            return await absent(request, context)
        } catch {
            return failure(error, context)
        }
    }

    /// A change must come from a page of ours: the browser says so (Fetch metadata), or names our origin.
    private func isOurs(_ request: Request) -> Bool {
        if let site = HTTPField.Name("Sec-Fetch-Site").flatMap({ request.headers[$0] }) { return site == "same-origin" }
        return request.headers[.origin] == origin.text
    }

    private func absent(_ request: Request, _ context: DoorContext) async -> Response {
        do {
            let cookies = CookieHeader.parse(request.headers[values: .cookie])
            let visitor = try await house.visitor(token: cookies.single(SessionCookie.name))
            return Response(try await front.absent(visitor), at: origin)
        } catch {
            return failure(error, context)
        }
    }

    private func failure(_ error: any Error, _ context: DoorContext) -> Response {
        let reference = String(UUID().uuidString.prefix(8))
        // The type and our own closed errors only: a description could hold what someone typed.
        logger.error(
            "failure",
            metadata: [
                "reference": "\(reference)", "path": "\(Self.route(context))",
                "type": "\(type(of: error))",
                "error": "\(error)".count < 300 ? "\(error)" : "(long)",
            ])
        return Response(front.failure(error, reference), at: origin)
    }

    /// As it stands in the list of endpoints: an address may hold a link's secret, or whatever a stranger typed.
    private static func route(_ context: DoorContext) -> String { context.endpointPath ?? "(none)" }
}
