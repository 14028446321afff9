/// One HTTP call to make. Its description and its mirror show neither headers, nor body, nor what the address may hold
/// of secrets.
public struct OutgoingCall: Sendable {
    /// What the call does.
    public enum Method: String, Sendable {
        case get = "GET"
        case post = "POST"
        case put = "PUT"
    }

    /// A `get` sends no body.
    public var method: Method
    /// `https://…`, or `http://…` on this machine: RFC 3986, in ASCII. `https://name:password@…` is sent as Basic
    /// authentication.
    public var url: String
    /// In order; names are tokens and values hold no control character (RFC 9110 §5). Those that frame the message
    /// (`Host`, `Content-Length`, `Transfer-Encoding`, `Connection`, …) are refused.
    public var headers: [(String, String)]
    public var body: [UInt8]
    /// For the whole exchange.
    public var timeout: Duration
    /// The largest body accepted, in bytes.
    public var answerLimit: Int
    /// Who wrote the address.
    public var addresses: AddressRule
    /// Names whose addresses are given rather than looked up, as `name:port:address`.
    var knownNames: [String] = []

    public init(
        _ method: Method, _ url: String, headers: [(String, String)] = [], body: [UInt8] = [],
        timeout: Duration = .seconds(10), answerLimit: Int = 1 << 20, addresses: AddressRule = .configured
    ) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
        self.timeout = timeout
        self.answerLimit = answerLimit
        self.addresses = addresses
    }
}

extension OutgoingCall: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "\(method.rawValue), \(body.count) bytes" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
