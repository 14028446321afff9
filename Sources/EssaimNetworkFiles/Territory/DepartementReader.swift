import EssaimDomain

/// Reads `departements.csv`: `code,name,region_code,region`.
struct DepartementReader {
    let outlines: [String: Outline]

    static let most = 200

    func read(_ bytes: [UInt8], _ remarks: inout TerritoryRemarks) -> [String: Departement] {
        var found: [String: Departement] = [:]
        let columns = ["code", "name", "region_code", "region"]
        TerritoryTable(.departements, bytes, columns: columns, atMost: Self.most).forEach(&remarks) { row, remarks in
            let (code, name) = (row.fields[0].uppercased(), row.fields[1])
            if let message = Self.fault(code, name, row.fields[2], row.fields[3]) {
                return remarks.fault(.departements, line: row.line, message)
            }
            guard found[code] == nil else {
                return remarks.fault(.departements, line: row.line, "le département \(code) est écrit deux fois.")
            }
            if outlines[code] == nil {
                remarks.warn(.departements, line: row.line, "\(name) n’a pas de contour\u{A0}: il ne sera pas dessiné.")
            }
            let region = Region(code: row.fields[2], name: row.fields[3])
            found[code] = Departement(code: code, name: name, region: region, outline: outlines[code])
            return true
        }
        for code in outlines.keys.sorted() where found[code] == nil && !found.isEmpty {
            remarks.warn(.outlines, "le contour \(code) n’est d’aucun département\u{A0}: il est laissé de côté.")
        }
        return found
    }

    private static func fault(_ code: String, _ name: String, _ regionCode: String, _ region: String) -> String? {
        if !Departement.isCode(code) {
            return "\(shown(code)) n’est pas un code de département\u{A0}; il s’écrit 22, 2A ou 974."
        }
        if !isPlaceName(name) { return "\(shown(name)) n’est pas un nom de département." }
        if plainCount(regionCode) == nil {
            return "\(shown(regionCode)) n’est pas un code de région\u{A0}; il s’écrit 53."
        }
        return isPlaceName(region) ? nil : "\(shown(region)) n’est pas un nom de région."
    }
}

/// A name of one line, of at most a hundred characters.
func isPlaceName(_ text: String) -> Bool {
    (1...100).contains(text.unicodeScalars.count)
        && text.unicodeScalars.contains { $0.properties.isAlphabetic }
        && !text.unicodeScalars.contains { scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: true
            default: "<>&\"".unicodeScalars.contains(scalar)
            }
        }
}
