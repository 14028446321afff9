import EssaimGate
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOHTTP1

/// Before any route: is this our address, does a change come from our own pages? After it: no error leaves with what broke,
/// and one line goes to the technical log, without query, name or text.
struct Doorkeeper: RouterMiddleware {
    let origin: PublicOrigin
    let house: House
    let front: FrontDesk
    /// Paths where other servers post: nothing there depends on a cookie.
    let forServers: Set<String>
    /// Verbs that some path answers to, HEAD among them.
    let verbs: Set<HTTPRequest.Method>
    let logger: Logger

    func handle(
        _ request: Request, context: DoorContext,
        next: (Request, DoorContext) async throws -> Response
    ) async throws -> Response {
        let start = ContinuousClock.now
        var response = try await answer(request, context, next)
        // Every answer to HEAD is without body, refusals too: on a kept connection a body would be read as the next answer.
        if request.method == .head { response = response.createHeadResponse() }
        logger.log(
            level: Self.isRefusal(response.status) ? .notice : .info, "request",
            metadata: [
                "method": "\(request.method.rawValue)", "path": "\(Self.route(context))",
                "status": "\(response.status.code)", "ms": "\(Self.milliseconds(since: start))",
            ])
        return response
    }

    /// A try to go round a control, or the like of it: another host, a form made elsewhere, a body that cannot be read, a
    /// limit (ASVS 5.0, 16.3.3). What is absent is no refusal: people mistype.
    private static func isRefusal(_ status: HTTPResponse.Status) -> Bool {
        [400, 403, 405, 408, 413, 415, 421, 429, 431].contains(status.code)
    }

    /// To a tenth: `12.3`.
    private static func milliseconds(since start: ContinuousClock.Instant) -> String {
        let tenths = Int(((ContinuousClock.now - start) / .microseconds(100)).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }

    private func answer(
        _ request: Request, _ context: DoorContext,
        _ next: (Request, DoorContext) async throws -> Response
    ) async throws -> Response {
        do {
            guard verbs.contains(request.method) else {
                var response = Response(front.refused(405), at: origin)
                response.headers[.allow] = verbs.map(\.rawValue).sorted().joined(separator: ", ")
                return response
            }
            guard Self.isWhole(request) else { return Response(front.refused(400), at: origin) }
            let authority = request.head.authority?.lowercased() ?? ""
            // By HTTP/2 both may be said (RFC 9113, §8.3.1).
            if let host = Self.host(request), host.lowercased() != authority {
                return Response(front.refused(421), at: origin)
            }
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
        } catch let error as HTTPParserError {
            // A body that ends nowhere, or badly: the connection says 400 and ends, as for a first line that is none.
            throw error
        } catch let error as HTTPError where error.status == .notFound || error.status == .methodNotAllowed {
            return await absent(request, context)
        } catch {
            return failure(error, context)
        }
    }

    /// What decoders let through and no client sends: a target that is no path, a length that is no number (RFC 9113,
    /// §8.3.1; RFC 9110, §8.6).
    private static func isWhole(_ request: Request) -> Bool {
        let path = request.head.path ?? ""
        guard path.hasPrefix("/") || path == "*" else { return false }
        guard let length = request.headers[.contentLength] else { return true }
        return !length.isEmpty && length.utf8.allSatisfy { 0x30...0x39 ~= $0 }
    }

    /// `Host` where it stands beside the authority.
    private static func host(_ request: Request) -> String? {
        HTTPField.Name("Host").flatMap { request.headers[$0] }
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
