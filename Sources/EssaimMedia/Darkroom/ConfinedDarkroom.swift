import EssaimFormats
import EssaimWorkflow
import Glibc

/// The darkroom as a process apart, one a file: `essaim-darkroom`. It gets the bytes, an empty environment and nothing
/// else; what it writes is checked as if a stranger had sent it.
public struct ConfinedDarkroom: Darkroom {
    private let executable: String
    private let places: DarkroomPlaces
    private let limits: ImageLimits
    private let patience: Int
    private let log: @Sendable (DarkroomIncident) -> Void

    /// From now on writing to a pipe that nobody reads is an error and not the end of the server (SIGPIPE is ignored).
    /// - Parameters:
    ///   - executable: `DarkroomExecutable.beside()`, or the path from the configuration.
    ///   - places: developments at once; the rest wait.
    ///   - patience: seconds that a photograph may take; a document may take three times as long.
    public init(
        executable: String, places: Int = 2, patience: Int = 20, log: @escaping @Sendable (DarkroomIncident) -> Void
    ) {
        self.executable = executable
        self.places = DarkroomPlaces(places)
        self.limits = .standard
        self.patience = patience
        self.log = log
        signal(SIGPIPE, SIG_IGN)
    }

    public func develop(
        _ source: ByteStream, named name: String?, byteCount: Int,
        taking: @Sendable (DevelopedPiece) async throws -> Void
    ) async throws -> Result<DevelopedFile, FileRefusal> {
        try await withoutActuallyEscaping(taking) { taking in
            try await run("develop", source, byteCount: byteCount, taking: taking) { kind throws(MediaFault) in
                guard kind.isTaken else { throw .unsupported(kind) }
                try kind.checkName(name)
            }
        }
    }

    public func print(_ source: ByteStream, byteCount: Int) async throws -> Result<[UInt8], FileRefusal> {
        let made = Gathering()
        let outcome = try await run("print", source, byteCount: byteCount) { piece in
            if case .bytes(let bytes) = piece { await made.add(bytes) }
        } admitting: { kind throws(MediaFault) in
            guard kind == .jpeg || kind == .png else { throw .unsupported(kind) }
        }
        switch outcome {
        case .success: return .success(await made.bytes)
        case .failure(let refusal): return .failure(refusal)
        }
    }

    private actor Gathering {
        private(set) var bytes: [UInt8] = []
        func add(_ more: [UInt8]) { bytes += more }
    }

    private func run(
        _ verb: String, _ source: ByteStream, byteCount: Int,
        taking: @escaping @Sendable (DevelopedPiece) async throws -> Void,
        admitting: (ContentKind) throws(MediaFault) -> Void
    ) async throws -> Result<DevelopedFile, FileRefusal> {
        guard byteCount <= limits.bytes else { return refused(.tooManyBytes(limit: limits.bytes)) }
        let head = try await source.head(1024)
        guard !head.isEmpty else { return refused(.empty) }
        guard let kind = ContentKind(sniffing: head) else { return refused(.unrecognised) }
        do throws(MediaFault) { try admitting(kind) } catch { return refused(error) }

        let seconds = kind == .pdf || kind == .dicom ? 3 * patience : patience
        let development = Development(kind, isForPrint: verb == "print")
        let process = DarkroomProcess(
            executable: executable, words: [verb, kind.rawValue, String(seconds)], limit: .seconds(seconds),
            inputLimit: limits.bytes)
        let ending: DarkroomProcess.Ending
        do {
            ending = try await places.with {
                try await process.run(head, source) { bytes in
                    for piece in try await development.take(bytes) { try await taking(piece) }
                }
            }
        } catch is DarkroomFrameReader.Nonsense {
            log(.nonsense)
            return refused(.notDeveloped(.crash))
        }
        return await conclude(ending, development)
    }

    private func conclude(
        _ ending: DarkroomProcess.Ending, _ development: Development
    ) async -> Result<DevelopedFile, FileRefusal> {
        switch ending {
        case .notStarted:
            log(.notStarted)
            return refused(.notDeveloped(.notStarted))
        case .interrupted(let interruption):
            log(.interrupted(interruption))
            return refused(.notDeveloped(interruption))
        case .finished:
            guard let outcome = await development.outcome else {
                log(.nonsense)
                return refused(.notDeveloped(.crash))
            }
            return outcome
        }
    }

    private func refused(_ fault: MediaFault) -> Result<DevelopedFile, FileRefusal> {
        .failure(FileRefusal(message: fault.message))
    }
}

extension ByteStream {
    /// The first pieces, until they are `count` bytes or all; what follows is still to be had from the stream.
    fileprivate func head(_ count: Int) async throws -> [UInt8] {
        var head: [UInt8] = []
        var pieces = makeAsyncIterator()
        while head.count < count, let piece = try await pieces.next() { head += piece }
        return head
    }
}
