import HummingbirdCore
import HummingbirdHTTP2
import NIOCore

extension HTTPServerBuilder {
    /// Bytes of one header field, and of all of them.
    private static let fieldBytes = 16 << 10
    private static let headerBytes = 32 << 10
    private static let fields = 100

    /// HTTP/1.1 in clear, for a proxy on this machine; with a certificate HTTP/2 or 1.1 over TLS, and nothing in clear. A
    /// connection without a request for a minute ends.
    public static func site(_ certificate: SiteCertificate?) throws -> HTTPServerBuilder {
        let http1 = HTTP1Channel.Configuration(
            idleTimeout: .seconds(60),
            httpDecoderConfiguration: .init(
                maxHeaderFieldSize: fieldBytes, maxHeaderListSize: headerBytes, maxHeaderFieldCount: fields))
        guard let certificate else { return .http1(configuration: http1) }
        return try .http2Upgrade(
            tlsConfiguration: certificate.configuration(),
            configuration: .init(
                idleTimeout: .seconds(60), gracefulCloseTimeout: .seconds(10), streamConfiguration: http1))
    }
}
