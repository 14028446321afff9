/// The master keys as a sheet to be printed, put under seal, and typed back: for each its name and four lines, then a last
/// line with the number of keys. Lines that begin with `#` are for the reader.
enum EscrowText {
    static func text(_ keys: [MasterKey], current: String) -> String {
        var lines = [
            "# Essaim\u{A0}: clés de chiffrement des pièces jointes.",
            "# Qui a cette feuille et une sauvegarde peut tout lire\u{A0}: gardez-la sous scellé, loin du serveur.",
            "# Sans elle, et sans le dossier des clés, les pièces jointes sont perdues.",
        ]
        for key in keys {
            lines.append("CLE \(key.id)\(key.id == current ? " COURANTE" : "")")
            for place in 1...4 { lines.append(EscrowLine.text(key.bytes[place * 8 - 8..<place * 8], place: place)) }
        }
        return (lines + ["FIN \(keys.count)", ""]).joined(separator: "\n")
    }

    /// The keys of a sheet, in its order, and which one is current.
    static func keys(_ text: String) throws(EscrowFault) -> (keys: [MasterKey], current: String) {
        var keys: [MasterKey] = []
        var current: String?
        var open: (id: String, bytes: [UInt8])?
        var isEnded = false
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            let number = index + 1
            let words = line.uppercased().split(whereSeparator: \.isWhitespace)
            guard let first = words.first, !first.hasPrefix("#") else { continue }
            guard !isEnded else { throw .unexpected(line: number) }
            if let key = open {
                let place = key.bytes.count / 8 + 1
                guard first.first?.wholeNumberValue == place else { throw .unexpected(line: number) }
                guard let bytes = EscrowLine.bytes(line.filter { !$0.isWhitespace }, place: place) else {
                    throw .line(number)
                }
                open = (key.id, key.bytes + bytes)
                guard place == 4 else { continue }
                guard let made = MasterKey(bytes: key.bytes + bytes), made.id == key.id else { throw .key(id: key.id) }
                keys.append(made)
                open = nil
            } else if first == "CLE", let id = words.dropFirst().first?.lowercased(), MasterKey.isID(id) {
                guard words.count == 2 || words[2...] == ["COURANTE"], !keys.contains(where: { $0.id == id }) else {
                    throw .unexpected(line: number)
                }
                if words.count == 3 {
                    guard current == nil else { throw .unexpected(line: number) }
                    current = id
                }
                open = (id, [])
            } else if first == "FIN", words.count == 2 {
                guard Int(words[1]) == keys.count else { throw .incomplete }
                isEnded = true
            } else {
                throw .unexpected(line: number)
            }
        }
        guard isEnded, let current, open == nil else { throw .incomplete }
        return (keys, current)
    }
}
