import Fuzzing

/// Four header values, each ended by a line feed: offset, length, name, range.
@c(LLVMFuzzerTestOneInput)
public func run(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let lines = input(start, count).split(separator: 0x0A, maxSplits: 3, omittingEmptySubsequences: false)
    let texts = lines.map { String(decoding: $0, as: UTF8.self) } + ["", "", ""]
    HeaderCheck.upload(offset: texts[0], length: texts[1], name: texts[2])
    HeaderCheck.range(texts[3])
    HeaderCheck.disposition(texts[2])
    return 0
}

@c(LLVMFuzzerInitialize)
public func begin(_ count: UnsafeMutablePointer<CInt>?, _ words: UnsafeMutableRawPointer?) -> CInt {
    writeSeeds(HeaderCheck.seeds.map { Array($0.utf8) })
}
