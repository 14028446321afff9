import Fuzzing

/// A byte that says what the rest is: a text that someone sends, a note to be signed and spoilt, a path, a tree, a receipt.
@c(LLVMFuzzerTestOneInput)
public func run(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    var reader = InputReader(input(start, count))
    switch reader.byte() & 7 {
    case 0...3: TextCheck.text(reader.remainder())
    case 4: SpoiltNote(&reader).check()
    case 5: TileCheck(&reader).check()
    case 6: TreeCheck(&reader).check()
    default: SpoiltReceipt(&reader).check()
    }
    return 0
}

@c(LLVMFuzzerInitialize)
public func begin(_ count: UnsafeMutablePointer<CInt>?, _ words: UnsafeMutableRawPointer?) -> CInt {
    writeSeeds(
        TextCheck.seeds.map { [0] + Array($0.utf8) } + SpoiltNote.seeds.map { [4] + $0 }
            + TileCheck.seeds.map { [5] + $0 }
            + TreeCheck.seeds.map { [6] + $0 } + SpoiltReceipt.seeds.map { [7] + $0 })
}
