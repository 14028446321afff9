import NIOCore
import NIOHTTP1

/// Ends a connection of HTTP/1.1 that holds its place and brings nothing on: a body that dribbles, an answer that is
/// not read. Each turn looks at what the last one brought, so that an end comes after one turn at least and two at most.
/// What says nothing at all ends by the builder's own timeout.
final class SlowEnd: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    /// What a turn brings of a body at least: by the minute, less than a second of the slowest telephone.
    private static let leastBytes = 4 << 10

    private let turn: TimeAmount
    private var next: Scheduled<Void>?
    private var isInBody = false
    /// Of bodies, since the turn began.
    private var bytes = 0
    /// We wait for the other end; while we do not, nothing is its fault.
    private var isAsking = false
    /// Nothing could be written when the turn began, nor since.
    private var isUnread = false

    init(_ turn: TimeAmount) { self.turn = turn }

    func handlerAdded(context: ChannelHandlerContext) { wait(context) }

    func handlerRemoved(context: ChannelHandlerContext) {
        next?.cancel()
        next = nil
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head:
            isInBody = true
            // A turn that has begun already is not held against it.
            bytes = Self.leastBytes
        case .body(let piece): bytes += piece.readableBytes
        case .end: isInBody = false
        }
        context.fireChannelRead(data)
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        isAsking = false
        context.fireChannelReadComplete()
    }

    func read(context: ChannelHandlerContext) {
        isAsking = true
        context.read()
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        if context.channel.isWritable { isUnread = false }
        context.fireChannelWritabilityChanged()
    }

    private func wait(_ context: ChannelHandlerContext) {
        next = context.eventLoop.assumeIsolated().scheduleTask(in: turn) { self.look(context) }
    }

    private func look(_ context: ChannelHandlerContext) {
        if isUnread || (isInBody && isAsking && bytes < Self.leastBytes) {
            context.close(promise: nil)
            return
        }
        bytes = 0
        isUnread = !context.channel.isWritable
        wait(context)
    }
}
