import HTTPTypes
import Hummingbird
import NIOCore

/// A request's context, with who is at the other end of its connection.
public struct DoorContext: RemoteAddressRequestContext {
    public var coreContext: CoreRequestContextStorage
    public let remoteAddress: SocketAddress?

    public init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        remoteAddress = source.channel.remoteAddress
    }

    /// The address that asks. Empty when there is no connection, as in a test of the router.
    func client(of request: Request, behind proxies: TrustedProxies) -> String {
        guard let peer = remoteAddress?.ipAddress else { return "" }
        guard let name = HTTPField.Name("X-Forwarded-For") else { return peer }
        return proxies.client(peer: peer, forwarded: request.headers[values: name])
    }
}
