import CDarkroom
import EssaimFormats

/// A program of the distribution, run inside the fences: its input and output are pipes, its messages go nowhere.
struct Program {
    let path: String
    /// Bytes that it may write.
    var limit = 64 << 20

    enum Outcome {
        case finished([UInt8])
        /// It ended with this code: what it was given does not please it.
        case complained(Int32)
    }

    /// - Throws: `notDeveloped` when it crashed, was stopped, or wrote too much.
    func run(_ arguments: [String], _ input: [UInt8]) throws(MediaFault) -> Outcome {
        var output = darkroom_bytes()
        var ending = darkroom_ending()
        let started = CStrings.with([path] + arguments) {
            darkroom_run($0, input, input.count, limit, &output, &ending)
        }
        defer { darkroom_free(&output) }
        guard started == 0, ending.code != 127 else { throw .notDeveloped(.notStarted) }
        guard ending.overflowed == 0 else { throw .notDeveloped(.output) }
        guard ending.signal == 0 else { throw .notDeveloped(.ended(by: ending.signal)) }
        guard ending.code == 0 else { return .complained(ending.code) }
        return .finished(Array(UnsafeBufferPointer(start: output.bytes, count: output.length)))
    }
}
