import Yams

/// The text of a file made a tree, within bounds: size, no alias (ten lines of them can unfold into gigabytes), one document.
/// The parser itself goes no deeper than 1,000 levels.
struct YAMLSource {
    let text: String

    init(_ text: String) { self.text = text }

    func root() -> Result<Node, NetworkFileFault> {
        guard text.utf8.count <= NetworkFile.mostBytes else {
            return .failure(
                NetworkFileFault(
                    line: nil, message: "Le fichier dépasse 4\u{A0}Mio\u{A0}: un réseau tient en quelques pages."))
        }
        if let fault = repeatedAnchor { return .failure(fault) }
        do {
            // A copy in contiguous UTF-8, so that the parser never falls back to another encoding.
            var text = text
            text.makeContiguousUTF8()
            guard let root = try Parser(yaml: text, encoding: .utf8).singleRoot() else {
                return .failure(NetworkFileFault(line: nil, message: "Le fichier est vide."))
            }
            return .success(root)
        } catch let error as YamlError {
            return .failure(NetworkFileFault(error))
        } catch {
            return .failure(NetworkFileFault(line: nil, message: "Le fichier ne se lit pas."))
        }
    }

    /// An alias can only unfold if its name is also an anchor's: looked for in the text, before anything unfolds.
    private var repeatedAnchor: NetworkFileFault? {
        let anchors = Set(names(after: UInt8(ascii: "&")).map(\.name))
        guard !anchors.isEmpty, let alias = names(after: UInt8(ascii: "*")).first(where: { anchors.contains($0.name) })
        else { return nil }
        return NetworkFileFault(
            line: alias.line,
            message: "les renvois (&\(alias.name), *\(alias.name)) ne sont pas admis\u{A0}: recopiez le texte.")
    }

    /// The names that follow a sign which begins a word.
    private func names(after sign: UInt8) -> [(name: String, line: Int)] {
        var found: [(name: String, line: Int)] = []
        var line = 1
        var name: [UInt8] = []
        var isNamed = false
        for byte in text.utf8 {
            if isNamed, byte.isNameByte {
                name.append(byte)
                continue
            }
            if !name.isEmpty { found.append((String(decoding: name, as: UTF8.self), line)) }
            name.removeAll(keepingCapacity: true)
            isNamed = byte == sign
            if byte == UInt8(ascii: "\n") { line += 1 }
        }
        if !name.isEmpty { found.append((String(decoding: name, as: UTF8.self), line)) }
        return found
    }
}

extension UInt8 {
    /// What the name of an anchor is made of.
    fileprivate var isNameByte: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default: self >= 0x80
        }
    }
}
