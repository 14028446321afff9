import NIOCore
import NIOHTTP1
import NIOHTTPTypes

/// Ends a connection of HTTP/1.1, or a stream of HTTP/2, that holds its place and brings nothing on: a body that dribbles,
/// an answer that is not read. Each turn looks at what the last one brought, so that an end comes after one turn at least
/// and two at most. What says nothing at all ends by the builder's own timeout.
final class SlowEnd<Part: MessagePart>: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = Part
    typealias InboundOut = Part
    // Answers pass as they are.
    typealias OutboundIn = Never
    typealias OutboundOut = Never

    /// What a turn brings of a body at least: by the minute, less than a second of the slowest telephone.
    private static var leastBytes: Int { 4 << 10 }

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
        switch unwrapInboundIn(data).brings {
        case .head:
            isInBody = true
            // A turn that has begun already is not held against it.
            bytes = Self.leastBytes
        case .body(let count): bytes += count
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

/// A part of a request, in the words of either version of HTTP.
protocol MessagePart: Sendable {
    var brings: Brought { get }
}

/// What a part brings; of a body, how many bytes.
enum Brought {
    case head
    case body(Int)
    case end
}

extension HTTPPart: MessagePart where HeadT == HTTPRequestHead, BodyT == ByteBuffer {
    var brings: Brought {
        switch self {
        case .head: .head
        case .body(let piece): .body(piece.readableBytes)
        case .end: .end
        }
    }
}

extension HTTPRequestPart: MessagePart {
    var brings: Brought {
        switch self {
        case .head: .head
        case .body(let piece): .body(piece.readableBytes)
        case .end: .end
        }
    }
}
