import Foundation
import Fuzzing

@testable import EssaimDocuments

/// What holds for any text: what is printable of it, its lines, the part of the font, and a file with one column.
struct TextCheck {
    private let text: String
    private let face: Face
    private let width: Double

    init(_ text: String, isBold: Bool, width: Double) {
        self.text = text
        face = isBold ? .bold : .regular
        self.width = width
    }

    /// - Parameter isWhole: make a file of it too, which takes its time.
    func check(isWhole: Bool) {
        guard let font = try? TrueTypeFont(face) else { return require(false, "no font") }
        let printable = PrintableText(text, font: font)
        checkPrintable(printable, font)
        checkLines(printable.scalars, font)
        checkMetadata()
        guard isWhole else { return }
        checkSubset(printable.scalars, font)
        checkFile(printable.scalars, font)
    }

    private func checkPrintable(_ printable: PrintableText, _ font: TrueTypeFont) {
        for scalar in printable.scalars where scalar != "\n" {
            require(font.glyph(for: scalar) != 0 || scalar == "\u{A0}", "a character that the face does not show")
            let kind = scalar.properties.generalCategory
            require(![.control, .format, .lineSeparator, .paragraphSeparator].contains(kind), "it hides something")
            require(
                !(0x590...0x8FF).contains(scalar.value) && !(0x202A...0x202E).contains(scalar.value),
                "a line turned around")
        }
        // Composed anew, it prints the same from then on.
        let second = PrintableText(Self.string(printable.scalars), font: font)
        require(
            PrintableText(Self.string(second.scalars), font: font).scalars == second.scalars,
            "it changes with each print")
        require(printable.scalars.first != " " && printable.scalars.last != " ", "a space at an end")
        checkMarks(printable.scalars)
        // ASCII is printed as it is, white space apart.
        if text.utf8.allSatisfy({ $0 < 0x80 }) {
            let signs = text.unicodeScalars.filter { $0.value > 0x20 && $0.value < 0x7F }
            require(printable.scalars.filter { $0 != " " && $0 != "\n" }.elementsEqual(signs), "ASCII changes")
            require(!printable.hasSubstitutes, "a square in ASCII")
        }
    }

    private static func string(_ scalars: [Unicode.Scalar]) -> String {
        String(String.UnicodeScalarView(scalars))
    }

    /// A mark stands on the letter that it was written on, and no heap of them.
    private func checkMarks(_ printed: [Unicode.Scalar]) {
        let written = Set(Self.marks(in: Array(text.decomposedStringWithCanonicalMapping.unicodeScalars)))
        let shown = Self.marks(in: Array(Self.string(printed).decomposedStringWithCanonicalMapping.unicodeScalars))
        require(written.isSuperset(of: shown), "a mark on another letter")
        var heap = 0
        for scalar in printed {
            heap = scalar.properties.generalCategory == .nonspacingMark ? heap + 1 : 0
            require(heap <= 4, "a heap of marks")
        }
    }

    /// Each mark of a letter, after its letter.
    private static func marks(in scalars: [Unicode.Scalar]) -> [[Unicode.Scalar]] {
        var letter: Unicode.Scalar?
        return scalars.compactMap { scalar in
            let properties = scalar.properties
            if properties.generalCategory == .nonspacingMark || properties.generalCategory == .enclosingMark {
                return letter.map { [$0, scalar] }
            }
            let isDropped = properties.isDefaultIgnorableCodePoint || properties.generalCategory == .format
            if properties.generalCategory == .control || isDropped { return nil }
            letter = properties.isAlphabetic ? scalar : nil
            return nil
        }
    }

    private func checkLines(_ text: [Unicode.Scalar], _ font: TrueTypeFont) {
        func advance(_ scalar: Unicode.Scalar) -> Double {
            Double(font.advance(of: font.glyph(for: scalar))) * 10 / Double(font.unitsPerEm)
        }
        let lines = LineBreaker(width: width, advance: advance).lines(of: text)
        let kept = lines.joined().filter { $0 != " " }
        require(kept.elementsEqual(text.filter { $0 != " " && $0 != "\n" }), "lines that lose or gain a letter")
        for line in lines {
            require(line.first != " " && line.last != " ", "a space at a line's end")
            let marks = line.filter { $0.properties.canonicalCombiningClass != .notReordered }.count
            let length = line.reduce(0) { $0 + advance($1) }
            require(length <= width || line.count <= 1 + marks, "a line of \(length) points where \(width) are")
        }
    }

    private func checkSubset(_ text: [Unicode.Scalar], _ font: TrueTypeFont) {
        var subset = FontSubset(font)
        let codes = text.map { subset.code(for: $0) }
        for (scalar, code) in zip(text, codes) {
            require(subset.meanings[code] == scalar && subset.glyphs[code] == font.glyph(for: scalar), "another letter")
        }
        guard let file = try? SubsetFile(font, keeping: subset.glyphs) else { return require(false, "no subset") }
        require(file.advances.count >= subset.glyphs.count && file.bytes.count % 4 == 0, "glyphs are missing")
        for (code, glyph) in subset.glyphs.enumerated() {
            require(file.advances[code] == font.advance(of: glyph), "a letter of another width")
        }
    }

    /// What a title says of itself is the same in both spellings, and ends neither.
    private func checkMetadata() {
        let metadata = PDFMetadata(
            title: text, made: PDFMoment(milliseconds: Int64(text.utf8.count) &* 1_234_567_890_123))
        let packet = Array(metadata.packet.utf8)
        let title = text.unicodeScalars.filter { (0x20..<0xFFFE).contains($0.value) }.map { scalar in
            ["&": "&amp;", "<": "&lt;", ">": "&gt;"][scalar] ?? String(scalar)
        }
        let item = "<rdf:li xml:lang=\"x-default\">\(title.joined())</rdf:li></rdf:Alt></dc:title>"
        require(packet.firstRange(of: item.utf8) != nil, "another title")
        require(!packet.contains { $0 < 0x20 && $0 != 0x0A }, "no XML")
        var scanner = PDFScanner(Array(metadata.information.utf8))
        require(scanner.value() != nil && scanner.isAtEnd, "a dictionary that does not end")
    }

    private func checkFile(_ text: [Unicode.Scalar], _ font: TrueTypeFont) {
        var typesetter = Typesetter(regular: font, bold: font)
        let strips = typesetter.strips([
            .init(self.text, TextStyle(face: face, size: 10, leading: 13), width: max(width, 40))
        ])
        let other: Face = face == .bold ? .regular : .bold
        guard let second = try? TrueTypeFont(other) else { return require(false, "no font") }
        var press = Press(
            regular: FontSubset(face == .bold ? second : font), bold: FontSubset(face == .bold ? font : second))
        for page in Pagination.pages(of: strips, height: Paper.height - 80) {
            press.beginPage()
            for placed in page { press.draw(placed.strip, at: 40 + placed.y) }
        }
        let document = press.document(PDFMetadata(title: self.text, made: PDFMoment(milliseconds: 0)))
        guard let bytes = try? document.bytes(), let file = PDFFile(bytes) else { return require(false, "no PDF") }
        // One column, from page to page: the text is there in its order.
        let expected = text.filter { $0 != " " && $0 != "\n" }
        require(file.text.filter { $0 != " " }.elementsEqual(expected), "another text is copied out of the file")
    }
}
