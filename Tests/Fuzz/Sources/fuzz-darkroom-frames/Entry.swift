import Fuzzing

/// A byte for the kind that was sent, one for how its bytes are cut; the rest is what the darkroom's process wrote.
@c(LLVMFuzzerTestOneInput)
public func run(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    var reader = InputReader(input(start, count))
    let writing = Writing(&reader)
    waiting { await writing.check() }
    return 0
}

@c(LLVMFuzzerInitialize)
public func begin(_ count: UnsafeMutablePointer<CInt>?, _ words: UnsafeMutableRawPointer?) -> CInt {
    writeSeeds(Writing.seeds)
}
