import EssaimFormats
import EssaimWorkflow
import Subprocess
import SystemPackage

/// One run of the darkroom's program: fed, read, timed, and gone when the call returns.
struct DarkroomProcess: Sendable {
    let executable: String
    let words: [String]
    /// Of the clock. The process has the same limit on itself.
    let limit: Duration
    /// What it is fed: at most so many bytes, one more showing that there were more.
    let inputLimit: Int

    enum Ending: Sendable, Equatable {
        /// It did its work; what it wrote says how that went.
        case finished
        case interrupted(MediaFault.Interruption)
        case notStarted
    }

    /// What happened beside the reading.
    private enum Event: Sendable {
        case fed
        case sourceFailed(any Error)
        case timeIsUp
        case calledOff
    }

    /// - Parameters:
    ///   - head: the first bytes, read already.
    ///   - taking: what it writes, in pieces.
    /// - Throws: what `source` and `taking` throw, `CancellationError`; the process is ended first.
    func run(
        _ head: [UInt8], _ source: ByteStream, taking: @Sendable @escaping ([UInt8]) async throws -> Void
    ) async throws -> Ending {
        do {
            let result = try await Subprocess.run(
                .path(FilePath(executable)), arguments: Arguments(words),
                environment: .custom(["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"]),
                input: .inputWriter, output: .sequence, error: .discarded
            ) { execution in
                try await attend(execution, head, source, taking)
            }
            try Task.checkCancellation()
            return result.closureResult ? .interrupted(.time) : Self.ending(result.terminationStatus)
        } catch let error as SubprocessError {
            try Task.checkCancellation()
            return error.code == .spawnFailed || error.code == .executableNotFound ? .notStarted : .interrupted(.crash)
        }
    }

    /// Feeds, reads and times, until the output ends. True when time was up.
    private func attend(
        _ execution: Execution<CustomWriteInput, SequenceOutput, DiscardedOutput>, _ head: [UInt8],
        _ source: ByteStream, _ taking: @Sendable ([UInt8]) async throws -> Void
    ) async throws -> Bool {
        try await withThrowingTaskGroup(of: Event.self) { group in
            group.addTask { await feed(execution, head, source) }
            group.addTask {
                do { try await Task.sleep(for: limit) } catch { return .calledOff }
                try? execution.send(signal: .kill)
                return .timeIsUp
            }
            do {
                for try await piece in execution.standardOutput {
                    try await taking(piece.withUnsafeBytes { Array($0) })
                }
            } catch {
                try? execution.send(signal: .kill)
                throw error
            }
            group.cancelAll()
            var isLate = false
            for try await event in group {
                switch event {
                case .sourceFailed(let error): throw error
                case .timeIsUp: isLate = true
                case .fed, .calledOff: continue
                }
            }
            return isLate
        }
    }

    /// A process that reads no more has said why, or ended: that is not for here.
    private func feed(
        _ execution: Execution<CustomWriteInput, SequenceOutput, DiscardedOutput>, _ head: [UInt8],
        _ source: ByteStream
    ) async -> Event {
        let writer = execution.standardInputWriter
        var left = inputLimit + 1 - head.count
        var reads = await write(head[...], writer)
        do {
            for try await piece in source {
                guard reads, left > 0 else { break }
                reads = await write(piece.prefix(left), writer)
                left -= piece.count
            }
        } catch {
            guard !Task.isCancelled else { return .calledOff }
            try? execution.send(signal: .kill)
            return .sourceFailed(error)
        }
        try? await writer.finish()
        return .fed
    }

    private func write(_ bytes: ArraySlice<UInt8>, _ writer: StandardInputWriter) async -> Bool {
        guard !bytes.isEmpty else { return true }
        return (try? await writer.write(Array(bytes))) == bytes.count
    }

    private static func ending(_ status: TerminationStatus) -> Ending {
        switch status {
        case .exited(0): .finished
        // EX_NOPERM: it could not close itself in, and did not work.
        case .exited(77): .interrupted(.notStarted)
        case .exited: .interrupted(.crash)
        case .signaled(let signal): .interrupted(.ended(by: signal))
        }
    }
}
