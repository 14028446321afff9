import Fuzzing

@c(LLVMFuzzerTestOneInput)
public func run(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    CalendarCheck.reading(input(start, count))
    return 0
}

@c(LLVMFuzzerInitialize)
public func begin(_ count: UnsafeMutablePointer<CInt>?, _ words: UnsafeMutableRawPointer?) -> CInt {
    writeSeeds(CalendarCheck.seeds)
}
