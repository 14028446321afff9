/// What a program is told when it is told no (RFC 6749, §5.2; RFC 6750, §3.1).
public enum SoftwareFault: String, Sendable {
    case invalidRequest = "invalid_request"
    case invalidClient = "invalid_client"
    case unsupportedGrant = "unsupported_grant_type"
    case invalidScope = "invalid_scope"
    case invalidToken = "invalid_token"
    case insufficientScope = "insufficient_scope"
    /// Refused or absent: one answer.
    case notFound = "not_found"
    case tooLarge = "content_too_large"
    case tooMany = "too_many_requests"
    /// No token was shown: said by the challenge alone (RFC 6750, §3.1).
    case noToken = "unauthorized"

    var status: Int {
        switch self {
        case .invalidRequest, .unsupportedGrant, .invalidScope: 400
        case .invalidClient, .invalidToken, .noToken: 401
        case .insufficientScope: 403
        case .notFound: 404
        case .tooLarge: 413
        case .tooMany: 429
        }
    }
}

extension Reply {
    /// - Parameters:
    ///   - scope: what would be needed.
    ///   - seconds: when to come back.
    public static func software(_ fault: SoftwareFault, scope: String? = nil, after seconds: Int? = nil) -> Reply {
        var reply = Reply(
            fault.status, contentType: "application/json", body: Array(#"{"error":"\#(fault.rawValue)"}"#.utf8))
        reply.retryAfterSeconds = seconds
        if fault.status == 401 || fault.status == 403 {
            let said = fault == .invalidToken || fault == .insufficientScope ? #", error="\#(fault.rawValue)""# : ""
            reply.challenge = #"Bearer realm="essaim""# + said + (scope.map { #", scope="\#($0)""# } ?? "")
        }
        return reply
    }
}
