import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Synchronization

/// Where browsers say that a page met the content policy (CSP Level 3, §5; Reporting API, §2). A report holds whole
/// addresses, of demands too, and whatever a stranger writes: the technical log gets the directive, the first part of our
/// own path and what kind of source it was, and a hundred lines an hour at most.
final class PolicyReports: Sendable {
    static let path = "/rapports/csp"
    /// As the headers name it.
    static let group = "csp"

    private static let mostBytes = 16 << 10
    private static let mostLines = 100
    private static let hour = Duration.seconds(3600)
    private static let types: Set = ["application/csp-report", "application/reports+json"]

    private let logger: Logger
    private let now: @Sendable () -> ContinuousClock.Instant
    private let lines = Mutex<(count: Int, until: ContinuousClock.Instant?)>((0, nil))

    init(logger: Logger, now: @escaping @Sendable () -> ContinuousClock.Instant = { .now }) {
        self.logger = logger
        self.now = now
    }

    /// 204 for what is one, whether it is written or not; 400, 413 and 415 for what is none.
    func take(_ request: Request) async -> HTTPResponse.Status {
        let type = (request.headers[.contentType] ?? "").prefix { $0 != ";" }.lowercased()
        guard Self.types.contains(type.trimmingCharacters(in: .whitespaces)) else { return .unsupportedMediaType }
        guard let body = try? await request.body.collect(upTo: Self.mostBytes) else { return .contentTooLarge }
        guard let violations = Self.read(Data(body.readableBytesView)) else { return .badRequest }
        for violation in violations.prefix(5) where mayWrite() {
            logger.warning(
                "content policy met",
                metadata: [
                    "directive": "\(violation.directive)", "page": "\(violation.page)", "source": "\(violation.source)",
                ])
        }
        return .noContent
    }

    private func mayWrite() -> Bool {
        let now = now()
        return lines.withLock { lines in
            if lines.until.map({ now >= $0 }) ?? true { lines = (0, now + Self.hour) }
            lines.count += 1
            return lines.count <= Self.mostLines
        }
    }

    struct Violation: Equatable {
        let directive: String
        let page: String
        let source: String
    }

    /// Nil for what is no report.
    static func read(_ bytes: Data) -> [Violation]? {
        guard let said = try? JSONSerialization.jsonObject(with: bytes) else { return nil }
        if let one = (said as? [String: Any])?["csp-report"] as? [String: Any] {
            return [
                violation(
                    one["effective-directive"] ?? one["violated-directive"], one["document-uri"], one["blocked-uri"])
            ]
        }
        guard let several = said as? [[String: Any]] else { return nil }
        return several.filter { $0["type"] as? String == "csp-violation" }.compactMap { one in
            guard let body = one["body"] as? [String: Any] else { return nil }
            return violation(body["effectiveDirective"], body["documentURL"], body["blockedURL"])
        }
    }

    private static func violation(_ directive: Any?, _ page: Any?, _ source: Any?) -> Violation {
        let path = (page as? String).flatMap { URLComponents(string: $0)?.path } ?? ""
        let first = path.split(separator: "/").first.map(String.init) ?? ""
        return Violation(
            directive: word(directive as? String ?? ""), page: "/" + word(first), source: kind(source as? String ?? ""))
    }

    /// « inline », « eval », « data »…, or that it was an address: not which.
    private static func kind(_ source: String) -> String {
        if let scheme = source.firstIndex(of: ":") { return word(String(source[..<scheme])) }
        return word(source)
    }

    /// Letters and hyphens, thirty at most: nothing that a stranger could say by it.
    private static func word(_ text: String) -> String {
        let isWord = text.utf8.count <= 30 && text.utf8.allSatisfy { 0x61...0x7A ~= $0 || $0 == 0x2D }
        return isWord ? text : "(other)"
    }
}
