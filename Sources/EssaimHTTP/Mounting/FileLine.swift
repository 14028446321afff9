import AsyncAlgorithms
import EssaimWorkflow
import Hummingbird
import NIOCore

/// A body that an endpoint reads as it comes. Nobody reads ahead: a piece is taken from the connection when one is asked
/// for, so that a slow disk slows the sender down, and a refusal leaves the connection whole.
struct FileLine: Sendable {
    private let asked = AsyncChannel<Void>()
    private let pieces = AsyncThrowingChannel<[UInt8], any Error>()

    /// What the endpoint reads.
    var stream: ByteStream {
        ByteStream { [asked, pieces] in
            await asked.send(())
            var iterator = pieces.makeAsyncIterator()
            return try await iterator.next()
        }
    }

    /// Gives pieces as they are asked for, until the last or `close`.
    func serve(_ source: consuming FileSource) async {
        for await _ in asked {
            do {
                guard let piece = try await source.next() else { break }
                await pieces.send(piece)
            } catch {
                pieces.fail(error)
                return
            }
        }
        asked.finish()
        pieces.finish()
    }

    /// Nothing more will be asked.
    func close() {
        asked.finish()
        pieces.finish()
    }
}

/// Where the bytes of a file come from.
enum FileSource {
    case body(RequestBody.AsyncIterator)
    case form(MultipartReader)

    mutating func next() async throws -> [UInt8]? {
        switch self {
        case .body(var iterator):
            while let chunk = try await iterator.next() {
                self = .body(iterator)
                if chunk.readableBytes > 0 { return Array(chunk.readableBytesView) }
            }
            return nil
        case .form(var reader):
            let piece = try await reader.piece()
            self = .form(reader)
            return piece
        }
    }
}
