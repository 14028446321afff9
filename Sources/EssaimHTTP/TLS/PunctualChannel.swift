import HummingbirdCore
import HummingbirdHTTP2
import Logging
import NIOCore
import NIOSSL

/// The site over TLS, where whoever connects has a turn to shake hands and say a first word: the builder's own timeouts
/// begin behind that.
struct PunctualChannel: ServerChildChannel {
    let base: HTTP2UpgradeChannel
    let turn: TimeAmount

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<HTTP2UpgradeChannel.Value> {
        let value = base.setup(channel: channel, logger: logger)
        do {
            let pipeline = channel.pipeline.syncOperations
            let tls = try pipeline.handler(type: NIOSSLServerHandler.self)
            try pipeline.addHandler(Silence(turn), position: .after(tls))
        } catch {
            return channel.eventLoop.makeFailedFuture(error)
        }
        return value
    }

    func handle(value: HTTP2UpgradeChannel.Value, logger: Logger) async {
        await base.handle(value: value, logger: logger)
    }
}

/// Ends a connection by which nothing has come in clear after a turn, or by which nothing went either way for two: an
/// end that never answers the farewell of HTTP/2 would stay for ever. Events beat four times a minute.
private final class Silence: ChannelDuplexHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer
    typealias OutboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let turn: TimeAmount
    private var next: Scheduled<Void>?
    private var hasSpoken = false
    /// Turns in a row.
    private var silent = 0

    init(_ turn: TimeAmount) { self.turn = turn }

    func handlerAdded(context: ChannelHandlerContext) { wait(context) }

    func handlerRemoved(context: ChannelHandlerContext) {
        next?.cancel()
        next = nil
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        hasSpoken = true
        silent = 0
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        silent = 0
        context.write(data, promise: promise)
    }

    private func wait(_ context: ChannelHandlerContext) {
        next = context.eventLoop.assumeIsolated().scheduleTask(in: turn) { self.look(context) }
    }

    private func look(_ context: ChannelHandlerContext) {
        silent += 1
        // The turn that something went in is counted too.
        if !hasSpoken || silent > 2 {
            context.close(promise: nil)
            return
        }
        wait(context)
    }
}
