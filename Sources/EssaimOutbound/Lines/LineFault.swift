import CCurl

/// libcurl's codes in our words. Its own fixed texts only: the longer ones may quote an address.
enum LineFault {
    /// - Parameter reply: the last HTTP status or SMTP reply.
    static func of(_ code: CURLcode, reply: Int) -> OutgoingFault {
        switch code {
        case CURLE_URL_MALFORMAT:
            .badAddress
        case CURLE_OPERATION_TIMEDOUT:
            .timedOut
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_ISSUER_ERROR, CURLE_SSL_INVALIDCERTSTATUS:
            .certificate
        case CURLE_USE_SSL_FAILED:
            .notSecure
        // With a mail server: its refusal of the greeting, of the password, of an address or of the message.
        case CURLE_WEIRD_SERVER_REPLY, CURLE_LOGIN_DENIED, CURLE_SEND_ERROR, CURLE_RECV_ERROR, CURLE_QUOTE_ERROR:
            reply >= 400 ? .refusedByPeer(reply) : .unreachable(text(code))
        default:
            .unreachable(text(code))
        }
    }

    private static func text(_ code: CURLcode) -> String {
        curl_easy_strerror(code).map { String(cString: $0) } ?? "libcurl error \(code.rawValue)"
    }
}
