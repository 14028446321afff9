import HummingbirdCore
import HummingbirdHTTP2
import NIOCore

extension HTTPServerBuilder {
    /// Bytes of one header field, and of all of them.
    private static let fieldBytes = 16 << 10
    private static let headerBytes = 32 << 10
    private static let fields = 100

    /// HTTP/1.1 in clear, for a proxy on this machine; with a certificate HTTP/2 or 1.1 over TLS, and nothing in clear.
    /// - Parameter patience: seconds after which a connection without a request, or one that brings nothing on, ends.
    public static func site(_ certificate: SiteCertificate?, patience: Int = 60) throws -> HTTPServerBuilder {
        let turn = TimeAmount.seconds(Int64(patience))
        let http1 = HTTP1Channel.Configuration(
            additionalChannelHandlers: [StrictFramingPlace(turn)],
            idleTimeout: turn,
            httpDecoderConfiguration: .init(
                maxHeaderFieldSize: fieldBytes, maxHeaderListSize: headerBytes, maxHeaderFieldCount: fields))
        guard let certificate else { return .http1(configuration: http1) }
        let http2 = HTTP2UpgradeChannel.Configuration(
            idleTimeout: .seconds(patience), gracefulCloseTimeout: .seconds(10), streamConfiguration: http1)
        let tls = TLSChannelConfiguration(tlsConfiguration: certificate.configuration())
        return HTTPServerBuilder { responder in
            let base = try HTTP2UpgradeChannel(tlsChannelConfiguration: tls, configuration: http2, responder: responder)
            return PunctualChannel(base: base, turn: turn)
        }
    }
}
