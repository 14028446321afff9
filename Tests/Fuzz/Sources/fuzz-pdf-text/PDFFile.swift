import Fuzzing

/// A PDF file as its own table says that it is (ISO 32000-1, 7.5): every object where the table has it, every stream as long
/// as it says, and the texts of the pages as a reader copies them out.
struct PDFFile {
    /// What each page shows, in order, spaces included.
    let pages: [[Unicode.Scalar]]

    var text: [Unicode.Scalar] { pages.flatMap(\.self) }

    struct Body {
        var value: PDFValue
        var stream: [UInt8]?
    }

    /// nil when the file is not sound.
    init?(_ bytes: [UInt8]) {
        guard let table = Self.table(bytes), let objects = Self.objects(bytes, table) else { return nil }
        var scanner = PDFScanner(bytes, at: table.trailer)
        guard case .dictionary(let trailer)? = scanner.value(), trailer["Size"]?.number == table.offsets.count + 1,
            let catalog = trailer["Root"]?.object.flatMap({ objects[$0] })?.value,
            let tree = catalog["Pages"]?.object.flatMap({ objects[$0] })?.value,
            trailer["Info"]?.object.flatMap({ objects[$0] }) != nil
        else { return nil }
        let kids = tree["Kids"]?.values.compactMap(\.object) ?? []
        guard tree["Count"]?.number == kids.count else { return nil }
        var pages: [[Unicode.Scalar]] = []
        var maps: [Int: [Int: Unicode.Scalar]] = [:]
        for kid in kids {
            guard let page = objects[kid]?.value,
                let content = page["Contents"]?.object.flatMap({ objects[$0] })?.stream,
                let fonts = page["Resources"]?["Font"]?.object.flatMap({ objects[$0] })?.value.entries
            else { return nil }
            var faces: [String: [Int: Unicode.Scalar]] = [:]
            for (name, font) in fonts {
                guard let number = font.object, let map = maps[number] ?? Self.characterMap(of: number, objects) else {
                    return nil
                }
                maps[number] = map
                faces[name] = map
            }
            guard let text = Self.text(of: content, faces) else { return nil }
            pages.append(text)
        }
        self.pages = pages
    }

    /// Each letter of the text that can be printed is on some page, as often.
    func requireText(_ raw: String) {
        let signs = raw.unicodeScalars.filter { $0.value > 0x20 && $0.value < 0x7F }
        guard raw.utf8.allSatisfy({ $0 < 0x80 }), !signs.isEmpty else { return }
        var counts: [Unicode.Scalar: Int] = [:]
        for scalar in text { counts[scalar, default: 0] += 1 }
        for scalar in signs {
            counts[scalar, default: 0] -= 1
            require(counts[scalar, default: 0] >= 0, "a letter is not on paper")
        }
    }

    /// What each code of a font stands for, by its ToUnicode table; nil for a code without width.
    private static func characterMap(of number: Int, _ objects: [Int: Body]) -> [Int: Unicode.Scalar]? {
        guard let font = objects[number]?.value, let table = font["ToUnicode"]?.object.flatMap({ objects[$0] })?.stream,
            let descendant = font["DescendantFonts"]?.values.first?.object.flatMap({ objects[$0] })?.value,
            let widths = descendant["W"]?.values.last?.values
        else { return nil }
        var map: [Int: Unicode.Scalar] = [:]
        var scanner = PDFScanner(table)
        var codes: [Int]?
        while let value = scanner.value() {
            switch value {
            case .word("beginbfchar"): codes = []
            case .word("endbfchar"): codes = nil
            case .string(let bytes):
                guard let known = codes else { continue }
                if let code = known.first {
                    let units = stride(from: 0, to: bytes.count - 1, by: 2).map {
                        UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1])
                    }
                    let text = String(decoding: units, as: UTF16.self).unicodeScalars
                    guard text.count == 1, code < widths.count,
                        map.updateValue(text[text.startIndex], forKey: code) == nil
                    else { return nil }
                    codes = []
                } else {
                    guard bytes.count == 2 else { return nil }
                    codes = [Int(bytes[0]) << 8 | Int(bytes[1])]
                }
            default: break
            }
        }
        return scanner.isAtEnd ? map : nil
    }

    /// The letters that a page shows; nil for an operator that our pages do not use, or one with other operands than its own.
    private static func text(of content: [UInt8], _ faces: [String: [Int: Unicode.Scalar]]) -> [Unicode.Scalar]? {
        let operands = [
            "BT": 0, "ET": 0, "Tf": 2, "Td": 2, "Tj": 1, "re": 4, "f": 0, "rg": 3, "q": 0, "Q": 0, "cm": 6, "Do": 1,
        ]
        var scanner = PDFScanner(content)
        var waiting: [PDFValue] = []
        var face: [Int: Unicode.Scalar]?
        var text: [Unicode.Scalar] = []
        while !scanner.isAtEnd {
            guard let value = scanner.value() else { return nil }
            guard case .word(let word) = value else {
                waiting.append(value)
                continue
            }
            guard operands[word] == waiting.count else { return nil }
            if word == "Tf", case .name(let name)? = waiting.first { face = faces[name] }
            if word == "Tj" {
                guard case .string(let bytes)? = waiting.first, let face, bytes.count.isMultiple(of: 2) else {
                    return nil
                }
                for place in stride(from: 0, to: bytes.count, by: 2) {
                    guard let scalar = face[Int(bytes[place]) << 8 | Int(bytes[place + 1])] else { return nil }
                    text.append(scalar)
                }
            }
            waiting = []
        }
        return waiting.isEmpty ? text : nil
    }
}
