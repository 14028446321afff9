import EssaimDomain
import Yams

/// A network's file in parts. A change replaces one part in the written file, which is then read whole: what a page may say is
/// what a file may say.
public enum NetworkSheet {
    /// Written as they are typed, in quotes: they hold no structure.
    private static let texts: Set<String> = [
        "nom", "titre", "resume", "telephone", "fuseau", "catalogue", "specialite", "genre", "nature", "modalite",
        "partenaire", "etat", "a-partir", "jusqu-au", "formulaire", "demandeurs", "finess", "commune",
    ]

    /// Asked as one says them, between commas.
    private static let lists: Set<String> = [
        "mots", "professions", "territoire", "departements", "communes", "codes-postaux", "reunit", "deborde",
    ]

    public static func parts(of network: Network, in section: SheetSection) -> [SheetPart] {
        guard let root = try? Yams.compose(yaml: NetworkFile.write(network))?.mapping else { return [] }
        if section == .identity { return [part("", root, section.keys)] }
        return (root[section.rawValue]?.mapping ?? [:]).compactMap { key, value in
            guard let id = key.string, let mapping = value.mapping else { return nil }
            return part(id, mapping, section.keys)
        }
    }

    private static func part(_ id: String, _ mapping: Node.Mapping, _ keys: [String]) -> SheetPart {
        var fields: [String: String] = [:]
        for key in keys {
            guard let node = mapping[key] else { continue }
            if lists.contains(key), let items = node.sequence {
                fields[key] = items.compactMap { $0.scalar?.string }.joined(separator: ", ")
            } else {
                fields[key] =
                    node.scalar?.string ?? (try? Yams.serialize(node: node, width: -1, allowUnicode: true))?.trimmed
            }
        }
        return SheetPart(id: id, fields: fields)
    }

    public static func edited(
        _ network: Network, by edit: SheetEdit, forms: Set<Identifier<ClinicalProtocol>>
    ) -> Result<Network, NetworkFileFaults> {
        guard var root = try? Yams.compose(yaml: NetworkFile.write(network))?.mapping else {
            return .failure(NetworkFileFaults([]))
        }
        let section = edit.section.rawValue
        var parts = root[section]?.mapping ?? [:]
        switch edit.change {
        case .write(let fields), .add(let fields):
            var faults: [NetworkFileFault] = []
            let isNew = edit.change == .add(fields)
            if isNew, edit.id == SheetSection.newPart || parts.contains(where: { $0.key.string == edit.id }) {
                faults.append(
                    NetworkFileFault(line: nil, message: "Le nom court «\u{A0}\(edit.id)\u{A0}» est déjà pris."))
            }
            let said = nodes(fields, edit.section, &faults)
            guard faults.isEmpty else { return .failure(NetworkFileFaults(faults)) }
            if edit.section == .identity {
                for key in SheetSection.identity.keys { root[key] = said[key] }
            } else {
                parts[edit.id] = .mapping(said)
                root[section] = .mapping(parts)
            }
        case .retire:
            parts = Node.Mapping(parts.filter { $0.key.string != edit.id }.map { ($0.key, $0.value) })
            root[section] = .mapping(parts)
        }
        guard let text = try? Yams.serialize(node: .mapping(root), width: -1, allowUnicode: true) else {
            return .failure(NetworkFileFaults([]))
        }
        return NetworkFile.read(text, forms: forms)
    }

    /// What was typed, as the file would hold it; a value that does not parse is a fault of its key.
    private static func nodes(
        _ fields: [String: String], _ section: SheetSection, _ faults: inout [NetworkFileFault]
    ) -> Node.Mapping {
        var said: [(Node, Node)] = []
        for key in section.keys {
            guard let text = fields[key]?.trimmed, !text.isEmpty else { continue }
            if texts.contains(key) {
                said.append((Node(key), Node(text, Tag(.str), .doubleQuoted)))
                continue
            }
            if lists.contains(key) {
                said.append((Node(key), Node(items(text).map { Node($0, Tag(.str), .doubleQuoted) })))
                continue
            }
            switch YAMLSource(text).root() {
            case .success(let node): said.append((Node(key), node))
            case .failure(let fault):
                faults.append(
                    NetworkFileFault(line: nil, message: "«\u{A0}\(key)\u{A0}»\u{A0}: \(fault.message)"))
            }
        }
        return Node.Mapping(said)
    }

    /// What stands between commas or on lines of its own, as a file's list too: `[22, 35]`, `- 22`.
    private static func items(_ text: String) -> [String] {
        var text = text[...]
        if text.first == "[", text.last == "]" { text = text.dropFirst().dropLast() }
        return text.split { $0 == "," || $0.isNewline }.map { item in
            var item = String(item).trimmed
            if item.hasPrefix("- ") { item = String(item.dropFirst(2)).trimmed }
            if item.count > 1, item.first == "\"", item.last == "\"" { item = String(item.dropFirst().dropLast()) }
            return item
        }.filter { !$0.isEmpty }
    }
}
