import Fuzzing

/// The first bytes decide on boundary, limits and cuts; the rest is the body.
@c(LLVMFuzzerTestOneInput)
public func run(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    var reader = InputReader(input(start, count))
    let form = FuzzedForm(&reader)
    form.check()
    return 0
}

@c(LLVMFuzzerInitialize)
public func begin(_ count: UnsafeMutablePointer<CInt>?, _ words: UnsafeMutableRawPointer?) -> CInt {
    writeSeeds(FuzzedForm.seeds)
}
