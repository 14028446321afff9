import CCurl

/// The server that takes the mail, as the operator writes it:
/// - `smtp://name:password@host:587`: STARTTLS required;
/// - `smtps://name:password@host:465`: TLS from the first byte;
/// - `smtp://localhost:25` or another address of this machine: without TLS.
///
/// Name and password may be left out; characters that an address cannot hold are written `%40`. Without a port: 587, 465
/// and 25 in that order.
public struct MailServer: Sendable {
    /// How the line is kept private.
    enum Security: String {
        /// None: never leaves this machine.
        case plain
        /// RFC 3207, required.
        case startTLS
        /// RFC 8314.
        case implicitTLS
    }

    let host: String
    let port: Int
    var security: Security
    let user: String?
    let password: Secret?

    /// - Parameter text: see above. Nil for anything else: another scheme, a path, a name without a password, a control
    ///   character in either.
    public init?(_ text: String) {
        guard let address = try? SplitAddress(text), let host = address.part(CURLUPART_HOST),
            let scheme = address.part(CURLUPART_SCHEME), scheme == "smtp" || scheme == "smtps"
        else { return nil }
        let extras = [CURLUPART_QUERY, CURLUPART_FRAGMENT, CURLUPART_OPTIONS, CURLUPART_ZONEID]
        guard extras.allSatisfy({ address.part($0) == nil }), address.part(CURLUPART_PATH) ?? "/" == "/" else {
            return nil
        }
        security = scheme == "smtps" ? .implicitTLS : address.isThisMachine ? .plain : .startTLS
        self.host = host
        if let written = address.part(CURLUPART_PORT) {
            guard let port = Int(written), (1...65535).contains(port) else { return nil }
            self.port = port
        } else {
            port = security == .implicitTLS ? 465 : security == .startTLS ? 587 : 25
        }
        if address.part(CURLUPART_USER) == nil, address.part(CURLUPART_PASSWORD) == nil {
            (user, password) = (nil, nil)
        } else {
            guard let user = address.part(CURLUPART_USER, decoded: true), !user.isEmpty,
                let password = address.part(CURLUPART_PASSWORD, decoded: true), !password.isEmpty,
                (user + password).unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control })
            else { return nil }
            self.user = user
            self.password = Secret(text: password)
        }
    }

    /// Where libcurl connects, and the name given in EHLO.
    func url(greeting: String) -> String {
        "\(security == .implicitTLS ? "smtps" : "smtp")://\(host):\(port)/\(greeting)"
    }
}

extension MailServer: CustomStringConvertible, CustomDebugStringConvertible {
    /// Without the password.
    public var description: String {
        "\(security == .implicitTLS ? "smtps" : "smtp")://\(user.map { "\($0)@" } ?? "")\(host):\(port)"
    }
    public var debugDescription: String { description }
}
