import EssaimWorkflow
import NIOPosix

/// Known harmful content, looked for by a clamd on this machine: the stream is sent with `zINSTREAM` (clamd(8)), in pieces
/// after their length (four bytes, the highest first), a length of zero ends it. One connection a scan.
///
/// The file passes in clear, in memory only on our side; clamd spools it to its own `TemporaryDirectory`.
public struct ClamdScanner: VirusScanner {
    private let address: ClamdAddress
    private let threads: NIOThreadPool
    private let limit: Duration

    private enum Fault: Error { case late }

    /// - Parameters:
    ///   - threads: where the blocking calls run, a quarter of a second each.
    ///   - limit: for one scan, from the connection to the answer. clamd's own, for one file, is two minutes
    ///     (`MaxScanTime`).
    public init(_ address: ClamdAddress, threads: NIOThreadPool, limit: Duration = .seconds(150)) {
        self.address = address
        self.threads = threads
        self.limit = limit
    }

    /// - Returns: `.away` as well when the stream itself throws, or the task is cancelled.
    public func scan(_ source: ByteStream) async -> ScanOutcome {
        do {
            return try await scan(source, until: .now + limit)
        } catch {
            return .away
        }
    }

    private func scan(_ source: ByteStream, until deadline: ContinuousClock.Instant) async throws -> ScanOutcome {
        let line = try await threads.runIfActive { [address] in try ClamdLine(address) }
        try await send(Array("zINSTREAM\0".utf8), on: line, until: deadline)
        // A length of zero would end the stream: an empty piece is none.
        for try await piece in source where !piece.isEmpty {
            try await send(Self.length(of: piece) + piece, on: line, until: deadline)
        }
        try await send(Self.length(of: []), on: line, until: deadline)
        var answer = ClamdAnswer()
        while true {
            try Self.check(deadline)
            guard let more = try await threads.runIfActive({ try line.receive() }) else { return .away }
            if let outcome = answer.add(more) { return outcome }
        }
    }

    private func send(_ bytes: [UInt8], on line: ClamdLine, until deadline: ContinuousClock.Instant) async throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            try Self.check(deadline)
            rest = try await threads.runIfActive { [rest] in try line.send(rest) }
        }
    }

    private static func check(_ deadline: ContinuousClock.Instant) throws {
        try Task.checkCancellation()
        guard .now < deadline else { throw Fault.late }
    }

    private static func length(of piece: [UInt8]) -> [UInt8] {
        withUnsafeBytes(of: UInt32(piece.count).bigEndian) { Array($0) }
    }
}
