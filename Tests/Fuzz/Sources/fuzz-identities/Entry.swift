import Fuzzing

/// A byte that says what is in the text; then the text that someone typed, or the digits of a number to be typed well.
@c(LLVMFuzzerTestOneInput)
public func run(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    var reader = InputReader(input(start, count))
    if reader.byte() & 1 == 1 {
        DressedNumber(&reader).check()
    } else {
        let typed = String(decoding: reader.remainder(), as: UTF8.self)
        NumberCheck.check(typed)
        AddressCheck.check(typed)
        TraitCheck.check(typed)
    }
    return 0
}

@c(LLVMFuzzerInitialize)
public func begin(_ count: UnsafeMutablePointer<CInt>?, _ words: UnsafeMutableRawPointer?) -> CInt {
    let typed = [
        "10 00 01 2345 8", "810000123458", "279035121518989", "2 79 03 2A 215 189 89", "2 79 03 2b 215 189 16",
        "26 000 0142",
        "2A0000014", "22 1 04567-8", "eva.exemple+1@essaim.example.fr", "a@b", "06 12 34 56 78", "+33 (0)7 12-34-56-78",
        "0692 12 34 56", "00508401234", "22300 Lannion", "Lannion (22113)", "2a004", "97400", "12/08/1958\n1958-08-12",
        "d’Exemple-Fictif\tÉloïse Marie\t29 02 2024\tfemale\t1\t279035121518989",
    ]
    return writeSeeds(typed.map { [0] + Array($0.utf8) } + DressedNumber.seeds)
}
