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

    /// The address that asks. A proxy is on this machine: what it adds last to `X-Forwarded-For` is believed, and nobody
    /// else's word is. Empty when there is no connection, as in a test of the router.
    func client(of request: Request) -> String {
        guard let peer = remoteAddress?.ipAddress else { return "" }
        guard peer == "127.0.0.1" || peer == "::1", let name = HTTPField.Name("X-Forwarded-For"),
            let last = request.headers[values: name].last?.split(separator: ",").last
        else { return peer }
        return String(last.trimmingPrefix { $0 == " " }.prefix(64))
    }
}
