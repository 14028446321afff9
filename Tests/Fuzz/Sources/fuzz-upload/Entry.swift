import Fuzzing

/// A sequence of what senders and the machine may do; see `Play`.
@c(LLVMFuzzerTestOneInput)
public func run(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = input(start, count)
    waiting {
        do {
            var play = try Play(bytes)
            try await play.run()
        } catch {
            require(false, "\(error)")
        }
    }
    return 0
}

@c(LLVMFuzzerInitialize)
public func begin(_ count: UnsafeMutablePointer<CInt>?, _ words: UnsafeMutableRawPointer?) -> CInt {
    writeSeeds(Play.seeds)
}
