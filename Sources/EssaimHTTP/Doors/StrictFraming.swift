import NIOCore
import NIOHTTP1
import NIOHTTPTypes

/// Behind the decoder of HTTP/1.1, where a request's head stands as it was written: what could be read in two ways by
/// someone between is refused, and the connection ends (RFC 9112, §3.2, §6.1, §6.3, §11.2).
final class StrictFraming: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart

    /// Nothing more is read of a connection that was refused.
    private var isRefused = false

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !isRefused else { return }
        guard case .head(let said) = unwrapInboundIn(data) else {
            context.fireChannelRead(data)
            return
        }
        guard let head = Self.read(said) else {
            isRefused = true
            // Answered as what the decoder itself refuses: 400, and the end.
            context.fireErrorCaught(HTTPParserError.unknown)
            return
        }
        context.fireChannelRead(wrapInboundOut(.head(head)))
    }

    /// The head as it is handed on; nil for what is refused.
    static func read(_ said: HTTPRequestHead) -> HTTPRequestHead? {
        var head = said
        let codings = head.headers["Transfer-Encoding"]
        if !codings.isEmpty {
            // The one coding that we read, alone; HTTP/1.0 has none.
            guard head.version == .http1_1, codings.count == 1, codings[0].lowercased() == "chunked" else { return nil }
        }
        guard head.headers["Content-Length"].allSatisfy({ Int($0) != nil }) else { return nil }
        guard head.headers["Host"].count <= 1 else { return nil }
        if head.method != .CONNECT, head.uri != "*", !head.uri.hasPrefix("/") {
            // A whole address counts, whatever `Host` says.
            guard let authority = authority(of: head.uri) else { return nil }
            head.headers.replaceOrAdd(name: "Host", value: authority)
        }
        // Behind CONNECT or an upgrade comes what is no HTTP, and the decoder reads no further.
        if head.method == .CONNECT || head.headers.contains(name: "Upgrade") || !said.isKeepAlive {
            head.headers.replaceOrAdd(name: "Connection", value: "close")
        }
        return head
    }

    /// The authority of a whole address (RFC 9112, §3.2.2); nil for what is none of the web's.
    private static func authority(of target: String) -> String? {
        let start = target.lowercased()
        guard let scheme = ["http://", "https://"].first(where: { start.hasPrefix($0) }) else { return nil }
        let authority = target.dropFirst(scheme.count).prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        return authority.isEmpty ? nil : String(authority)
    }
}

/// Puts `StrictFraming` and `SlowEnd` right behind the decoder of a connection, which the server's builder does not let
/// one reach otherwise. A stream of HTTP/2 has no such decoder, for its frames say where a message ends: `SlowEnd` stands
/// there alone.
final class StrictFramingPlace: ChannelInboundHandler, RemovableChannelHandler {
    // It looks at nothing that passes.
    typealias InboundIn = Never

    private let turn: TimeAmount

    /// - Parameter turn: how long an end may bring nothing on.
    init(_ turn: TimeAmount) { self.turn = turn }

    func handlerAdded(context: ChannelHandlerContext) {
        let pipeline = context.pipeline.syncOperations
        do {
            if let decoder = try? pipeline.handler(type: ByteToMessageHandler<HTTPRequestDecoder>.self) {
                try pipeline.addHandler(SlowEnd<HTTPServerRequestPart>(turn), position: .after(decoder))
                try pipeline.addHandler(StrictFraming(), position: .after(decoder))
            } else {
                try pipeline.addHandler(SlowEnd<HTTPRequestPart>(turn), position: .before(self))
            }
        } catch {
            context.close(promise: nil)
        }
    }
}
