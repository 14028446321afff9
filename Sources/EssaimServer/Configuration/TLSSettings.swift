import Configuration
import EssaimHTTP

/// The site's own TLS: `tls.certificate` and `tls.key`, two PEM files. Without them a proxy does it.
public struct TLSSettings: Sendable, Equatable {
    public let certificate: String
    public let key: String

    init?(_ reader: ConfigReader, origin: PublicOrigin) throws(ServerConfiguration.Fault) {
        let certificate = reader.string(forKey: "tls.certificate") ?? ""
        let key = reader.string(forKey: "tls.key") ?? ""
        if certificate.isEmpty, key.isEmpty { return nil }
        guard !certificate.isEmpty else { throw .tls("tls.certificate", "") }
        guard !key.isEmpty else { throw .tls("tls.key", "") }
        // Links, cookie and origin check would speak of another scheme than the one that answers.
        guard origin.isHTTPS else { throw .tls("publicURL", origin.text) }
        self.certificate = certificate
        self.key = key
    }
}
