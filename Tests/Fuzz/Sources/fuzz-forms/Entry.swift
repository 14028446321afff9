import Fuzzing

/// A byte for the limits, one more for each when they are small; the rest is the form.
@c(LLVMFuzzerTestOneInput)
public func run(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    var reader = InputReader(input(start, count))
    FormCheck(&reader).check()
    return 0
}

@c(LLVMFuzzerInitialize)
public func begin(_ count: UnsafeMutablePointer<CInt>?, _ words: UnsafeMutableRawPointer?) -> CInt {
    writeSeeds(FormCheck.seeds)
}
