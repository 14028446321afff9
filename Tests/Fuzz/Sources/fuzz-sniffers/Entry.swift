import Fuzzing

@c(LLVMFuzzerTestOneInput)
public func run(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = input(start, count)
    FileCheck.kind(bytes)
    FileCheck.picture(bytes)
    FileCheck.exif(bytes)
    FileCheck.webP(bytes)
    FileCheck.pdf(bytes)
    FileCheck.text(bytes)
    return 0
}

@c(LLVMFuzzerInitialize)
public func begin(_ count: UnsafeMutablePointer<CInt>?, _ words: UnsafeMutableRawPointer?) -> CInt {
    writeSeeds(FileCheck.seeds)
}
