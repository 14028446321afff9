import EssaimDomain
import Yams

/// Walks the tree and notes every fault on the way: someone who mends a file sees them all at once.
struct FileReader {
    let forms: Set<Identifier<ClinicalProtocol>>
    /// What postal codes and communes are held against; nil: taken as they are.
    let territory: Territory?
    private(set) var faults: [NetworkFileFault] = []
    /// Faults, and warnings, that are told: who has mended these sees the next.
    static let mostFaults = 1_000

    /// What is admitted and seldom meant.
    private(set) var warnings: [NetworkFileFault] = []
    /// Where each duty names its keeper.
    private(set) var dutyPlaces: [Identifier<Duty>: NetworkFileFault.Place] = [:]

    init(forms: Set<Identifier<ClinicalProtocol>>, territory: Territory? = nil) {
        self.forms = forms
        self.territory = territory
    }

    /// A key and its value.
    struct Entry {
        /// As the file's vocabulary writes it: small letters, no accent.
        let key: String
        let typed: String
        let mark: Mark?
        let value: Node
    }

    mutating func fault(_ message: @autoclosure () -> String, at mark: Mark?) {
        guard faults.count < Self.mostFaults else { return }
        faults.append(NetworkFileFault(line: mark?.line, column: mark?.column, message: message()))
    }

    mutating func notePlace(of duty: Identifier<Duty>, at mark: Mark?) {
        dutyPlaces[duty] = mark.map { NetworkFileFault.Place(line: $0.line, column: $0.column) }
    }

    mutating func warn(_ message: @autoclosure () -> String, at mark: Mark?) {
        guard warnings.count < Self.mostFaults else { return }
        warnings.append(NetworkFileFault(line: mark?.line, column: mark?.column, message: message()))
    }

    /// The keys and values of a mapping; a fault and nothing when it is none.
    /// - Parameter known: the keys that it may hold; nil when the file chooses them.
    mutating func entries(_ node: Node, of what: String, known: [String]?) -> [Entry] {
        guard let mapping = node.mapping else {
            fault("\(what)\u{A0}: des clés suivies de «\u{A0}:\u{A0}» sont attendues.", at: node.mark)
            return []
        }
        var entries: [Entry] = []
        var keys: Set<String> = []
        for (keyNode, value) in mapping {
            guard let scalar = keyNode.scalar else {
                fault("\(what)\u{A0}: une clé est un mot.", at: keyNode.mark)
                continue
            }
            let key = known == nil ? scalar.string.trimmed : folded(scalar.string)
            if let known, !known.contains(key) {
                fault(
                    "\(what)\u{A0}: la clé \(shown(scalar.string)) n’existe pas\u{A0}; clés connues\u{A0}: "
                        + "\(known.joined(separator: ", ")).", at: keyNode.mark)
                continue
            }
            if !keys.insert(key).inserted {
                fault("\(what)\u{A0}: la clé \(shown(scalar.string)) est écrite deux fois.", at: keyNode.mark)
                continue
            }
            entries.append(Entry(key: key, typed: scalar.string, mark: keyNode.mark, value: value))
        }
        return entries
    }

    /// A text of one line, not empty.
    mutating func text(_ node: Node, of what: String, atMost most: Int = 300) -> String? {
        guard let scalar = node.scalar else {
            fault("\(what)\u{A0}: un texte est attendu.", at: node.mark)
            return nil
        }
        let text = scalar.string.trimmed
        if text.isEmpty {
            fault("\(what) est vide.", at: node.mark)
        } else if text.count > most {
            fault("\(what) dépasse \(most)\u{A0}caractères.", at: node.mark)
        } else if text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
            fault("\(what) tient sur une ligne, sans tabulation.", at: node.mark)
        } else {
            return text
        }
        return nil
    }

    /// The texts of a list, each with its place; a lone text is a list of one.
    mutating func list(_ node: Node, of what: String) -> [(text: String, mark: Mark?)] {
        guard let sequence = node.sequence else { return text(node, of: what).map { [($0, node.mark)] } ?? [] }
        return sequence.compactMap { item in text(item, of: what).map { ($0, item.mark) } }
    }

    /// A value by its word.
    mutating func word<Value>(_ node: Node, of what: String, in words: Words<Value>) -> Value? {
        guard let text = text(node, of: what) else { return nil }
        if let value = words.value(text) { return value }
        fault("\(what)\u{A0}: \(shown(text)) n’est pas connu\u{A0}; mots connus\u{A0}: \(words.list).", at: node.mark)
        return nil
    }

    /// The last part of an id: what an address and a command can hold.
    mutating func slug(_ text: String, of what: String, at mark: Mark?) -> String? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        let isPlain = { (byte: UInt8) in (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) }
        if text.utf8.count <= 60, parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(isPlain) }) { return text }
        fault(
            "\(what)\u{A0}: \(shown(text)) n’est pas un identifiant. Écrivez des lettres sans accent, des chiffres et des "
                + "tirets, par exemple brest-lannion.", at: mark)
        return nil
    }

    /// Says which compulsory keys are missing.
    mutating func need(_ keys: [String], in entries: [Entry], of what: String, at mark: Mark?) {
        for key in keys where !entries.contains(where: { $0.key == key }) {
            fault("\(what)\u{A0}: il manque «\u{A0}\(key)\u{A0}».", at: mark)
        }
    }
}
