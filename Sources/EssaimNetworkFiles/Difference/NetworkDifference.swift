import EssaimDomain

/// What applying a file would change, in French, a line each: shown before `network apply` writes.
public struct NetworkDifference: Sendable, Equatable {
    /// « ajoutée », « modifiée » or « retirée », then what. Empty when nothing changes.
    public let lines: [String]

    public var isEmpty: Bool { lines.isEmpty }

    /// - Parameter old: what the store holds; nil when the network is new.
    public init(between old: Network?, and new: Network) {
        var lines: [String] = []
        if let old {
            lines += Self.changed("modifié\u{A0}: réseau", old.facts, new.facts)
        } else {
            lines.append("ajouté\u{A0}: réseau \(shown(new.name))")
        }
        lines += Self.lines(
            "organisation", old?.partners ?? [], new.partners, id: \.id.rawValue, name: \.name
        ) { $0.facts }
        lines += Self.lines("zone", old?.zones ?? [], new.zones, id: \.id.rawValue, name: \.name) { $0.facts }
        lines += Self.lines("équipe", old?.pools ?? [], new.pools, id: \.id.rawValue, name: \.name) {
            $0.facts
        }
        lines += Self.lines("ligne", old?.offers ?? [], new.offers, id: \.id.rawValue, name: \.title) { offer in
            offer.facts(old.map { [$0, new] } ?? [new])
        }
        self.lines = lines
    }

    private static func lines<Part>(
        _ kind: String, _ old: [Part], _ new: [Part], id: (Part) -> String, name: (Part) -> String,
        facts: (Part) -> [Fact]
    ) -> [String] {
        let before = Dictionary(old.map { (id($0), $0) }, uniquingKeysWith: { first, _ in first })
        let kept = Set(new.map(id))
        var lines: [String] = []
        for part in new {
            if let former = before[id(part)] {
                lines += changed("modifiée\u{A0}: \(kind) \(shown(name(part)))", facts(former), facts(part))
            } else {
                let said = facts(part).filter { !$0.value.isEmpty && $0.name != "nom" && $0.name != "titre" }
                let rest = said.map { "\($0.name) \($0.value)" }.joined(separator: "\u{A0}; ")
                lines.append(
                    "ajoutée\u{A0}: \(kind) \(shown(name(part)))"
                        + (rest.isEmpty || old.isEmpty ? "" : "\u{A0}: \(rest)"))
            }
        }
        for part in old where !kept.contains(id(part)) { lines.append("retirée\u{A0}: \(kind) \(shown(name(part)))") }
        if lines.isEmpty, old.map(id) != new.map(id) { lines.append("modifié\u{A0}: ordre des \(kind)s") }
        return lines
    }

    static func changed(_ head: String, _ old: [Fact], _ new: [Fact]) -> [String] {
        zip(old, new).compactMap { old, new in
            guard old.value != new.value else { return nil }
            return "\(head), \(new.name)\u{A0}: \(old.said) → \(new.said)"
        }
    }
}

/// One thing that a part of a network says.
struct Fact: Equatable {
    let name: String
    let value: String

    init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }

    var said: String { value.isEmpty ? "rien" : value }
}
