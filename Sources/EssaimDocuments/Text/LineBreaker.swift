/// Cuts a text into lines of a width, as French wants them: « : ; ? ! » » and a unit stay with what is before them even
/// after an ordinary space, and « stays with the word that follows. A word longer than a line is cut where the line ends.
struct LineBreaker {
    /// The width of a line in points.
    let width: Double
    /// The advance of a character in points.
    let advance: (Unicode.Scalar) -> Double

    /// The lines of `text`, without the spaces at their ends; an empty line for a blank one.
    func lines(of text: [Unicode.Scalar]) -> [[Unicode.Scalar]] {
        guard !text.isEmpty else { return [] }
        return text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { fill(Array($0)) }
    }

    private func fill(_ text: [Unicode.Scalar]) -> [[Unicode.Scalar]] {
        guard !text.isEmpty else { return [[]] }
        var lines: [[Unicode.Scalar]] = []
        var start = 0
        var cut = 0
        var used = 0.0
        var index = 0
        while index < text.count {
            if index > start, mayBreak(text, before: index) { cut = index }
            used += advance(text[index])
            if used > width, text[index] != " ", index > start {
                let end = cut > start ? cut : wordCut(text, from: start, to: index)
                lines.append(trimmed(text[start..<end]))
                start = end
                cut = end
                index = end
                used = 0
            } else {
                index += 1
            }
        }
        lines.append(trimmed(text[start...]))
        return lines
    }

    /// Where to cut a word that fills a whole line: at `end`, or earlier so that a mark stays on its letter.
    private func wordCut(_ text: [Unicode.Scalar], from start: Int, to end: Int) -> Int {
        var cut = end
        while cut > start + 1, Self.isMark(text[cut]) { cut -= 1 }
        return Self.isMark(text[cut]) ? end : cut
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.canonicalCombiningClass != .notReordered
    }

    private func mayBreak(_ text: [Unicode.Scalar], before index: Int) -> Bool {
        let next = text[index]
        switch text[index - 1] {
        case " ":
            guard next != " ", !Self.clings.contains(next) else { return false }
            return index < 2 || text[index - 2] != "«" && !Self.isMeasure(text, before: index)
        case "-":
            // Inside a compound word (« peut-être »), not in a number or a code, nor next to a single letter.
            guard index >= 3, index + 1 < text.count else { return false }
            return [text[index - 3], text[index - 2], next, text[index + 1]].allSatisfy(\.properties.isAlphabetic)
        default: return false
        }
    }

    private static let clings: Set<Unicode.Scalar> = [":", ";", "?", "!", "»", "%", "€", "°"]
    private static let signs: Set<Unicode.Scalar> = ["≥", "≤", "<", ">", "=", "±", "×", "≈", "-", "+"]

    /// Whether the space before `index` is inside of « ≥ 9 », « 9 mm », « 48 h » or « 14 h 20 »: a number after its sign, a
    /// unit of one or two letters after its number, minutes after their hours.
    private static func isMeasure(_ text: [Unicode.Scalar], before index: Int) -> Bool {
        if isDigit(text[index - 2]) {
            let unit = text[index...].prefix { $0.properties.isAlphabetic }
            return unit.count == 1 || unit.count == 2
        }
        guard isDigit(text[index]) else { return false }
        if signs.contains(text[index - 2]) { return true }
        return index >= 4 && text[index - 2] == "h" && text[index - 3] == " " && isDigit(text[index - 4])
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    private func trimmed(_ line: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar] {
        var line = line
        while line.first == " " { line.removeFirst() }
        while line.last == " " { line.removeLast() }
        return Array(line)
    }
}
