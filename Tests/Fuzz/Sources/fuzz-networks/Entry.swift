import Fuzzing

/// A byte that says what the rest is: a whole file, lines to be changed in a file of ours, a piece that is repeated.
@c(LLVMFuzzerTestOneInput)
public func run(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    var reader = InputReader(input(start, count))
    FileCheck.file(FuzzedFile(&reader).text)
    return 0
}

@c(LLVMFuzzerInitialize)
public func begin(_ count: UnsafeMutablePointer<CInt>?, _ words: UnsafeMutableRawPointer?) -> CInt {
    writeSeeds(FuzzedFile.seeds)
}
