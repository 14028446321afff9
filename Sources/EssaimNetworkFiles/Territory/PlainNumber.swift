/// A decimal number as a file writes it, `-3.2309`: nothing else that `Double` would take (`nan`, `0x1p3`, `1e9`).
func plainDecimal(_ text: String) -> Double? {
    let isPlain = text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x2E }
    return isPlain && text.utf8.count <= 24 ? Double(text) : nil
}

/// A number of people: digits alone, at most nine.
func plainCount(_ text: String) -> Int? {
    let isPlain = text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    return isPlain && (1...9).contains(text.utf8.count) ? Int(text) : nil
}
