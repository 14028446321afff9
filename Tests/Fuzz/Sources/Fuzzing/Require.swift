/// What must hold whatever comes: if it does not, the fuzzer keeps the input that showed it.
public func require(
    _ holds: Bool, _ sentence: @autoclosure () -> String, line: UInt = #line, file: StaticString = #file
) {
    guard !holds else { return }
    fatalError(sentence(), file: file, line: line)
}
