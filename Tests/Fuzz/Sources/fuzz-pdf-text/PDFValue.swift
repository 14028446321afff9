/// A value of PDF.
indirect enum PDFValue {
    case number(Double)
    case name(String)
    case string([UInt8])
    case array([PDFValue])
    case dictionary([String: PDFValue])
    case reference(Int)
    case word(String)
}

extension PDFValue {
    subscript(key: String) -> PDFValue? {
        guard case .dictionary(let entries) = self else { return nil }
        return entries[key]
    }

    var number: Int? {
        guard case .number(let number) = self else { return nil }
        return Int(exactly: number)
    }

    var object: Int? {
        guard case .reference(let object) = self else { return nil }
        return object
    }

    var entries: [String: PDFValue] {
        guard case .dictionary(let entries) = self else { return [:] }
        return entries
    }

    var values: [PDFValue] {
        guard case .array(let values) = self else { return [] }
        return values
    }

    var isArchival: Bool {
        switch self {
        case .dictionary(let entries):
            !entries.keys.contains {
                ["JS", "JavaScript", "AA", "OpenAction", "Launch", "EmbeddedFiles", "URI", "Encrypt"].contains($0)
            }
                && entries.values.allSatisfy(\.isArchival)
        case .array(let values): values.allSatisfy(\.isArchival)
        case .string(let bytes): bytes.count <= 65_535
        default: true
        }
    }
}
