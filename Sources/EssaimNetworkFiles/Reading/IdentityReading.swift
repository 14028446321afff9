import EssaimDomain
import EssaimFormats
import Foundation
import Yams

extension FileReader {
    mutating func letterhead(_ node: Node) -> Letterhead {
        let what = "«\u{A0}entete\u{A0}»"
        let fields = entries(node, of: what, known: ["lignes", "logo"])
        var letterhead = Letterhead()
        for field in fields {
            if field.key == "lignes" {
                letterhead.lines = list(field.value, of: "\(what)\u{A0}: une ligne").map(\.text)
                if letterhead.lines.count > Letterhead.mostLines {
                    fault("\(what)\u{A0}: au plus \(Letterhead.mostLines)\u{A0}lignes.", at: field.value.mark)
                }
            } else {
                letterhead.logo = logo(field.value, of: "\(what)\u{A0}: «\u{A0}logo\u{A0}»")
            }
        }
        return letterhead
    }

    private mutating func logo(_ node: Node, of what: String) -> [UInt8] {
        guard let typed = text(node, of: what, atMost: Letterhead.mostLogoBytes * 3 / 2) else { return [] }
        guard let data = Data(base64Encoded: typed), data.count <= Letterhead.mostLogoBytes else {
            fault(
                "\(what) est une image PNG en base64, de \(Letterhead.mostLogoBytes >> 10)\u{A0}Kio au plus.",
                at: node.mark)
            return []
        }
        do {
            _ = try OpaquePNG(Array(data))
            return Array(data)
        } catch {
            fault("\(what)\u{A0}: \(error.words)", at: node.mark)
            return []
        }
    }

    /// Texts by their shortcut.
    mutating func phrases(_ node: Node) -> [Phrase.Content] {
        entries(node, of: "«\u{A0}phrases\u{A0}»", known: nil).compactMap { entry in
            let what = "la phrase \(shown(entry.typed))"
            let fields = entries(entry.value, of: what, known: ["titre", "texte"])
            need(["texte"], in: fields, of: what, at: entry.mark)
            func typed(_ key: String) -> String { fields.first { $0.key == key }?.value.scalar?.string ?? "" }
            switch Phrase.Content.checked(shortcut: entry.key, title: typed("titre"), text: typed("texte")) {
            case .success(let phrase): return phrase
            case .failure(.faults(let faults)):
                for each in faults { fault("\(what)\u{A0}: \(each.message)", at: entry.mark) }
            case .failure: fault("\(what) ne convient pas.", at: entry.mark)
            }
            return nil
        }
    }

    mutating func goals(_ node: Node) -> [IndicatorGoal] {
        entries(node, of: "«\u{A0}objectifs\u{A0}»", known: nil).compactMap { entry in
            let what = "l’objectif \(shown(entry.typed))"
            guard let measure = Words.measures.value(entry.key) else {
                fault("\(what) n’est pas connu\u{A0}; mots connus\u{A0}: \(Words.measures.list).", at: entry.mark)
                return nil
            }
            guard let typed = text(entry.value, of: what, atMost: 10) else { return nil }
            guard let value = Int(typed), (0...10_000_000).contains(value) else {
                fault("\(what)\u{A0}: \(shown(typed)) n’est pas un nombre entier.", at: entry.value.mark)
                return nil
            }
            guard !measure.isShare || value <= 100 else {
                fault("\(what)\u{A0}: \(shown(typed)) dépasse 100\u{A0}%.", at: entry.value.mark)
                return nil
            }
            return IndicatorGoal(measure, value)
        }
    }

    mutating func subSpecialties(_ node: Node, in network: Identifier<Network>) -> [SubSpecialty] {
        entries(node, of: "«\u{A0}surspecialites\u{A0}»", known: nil).compactMap { entry in
            let what = "la surspécialité \(shown(entry.typed))"
            guard let id = slug(entry.key, of: what, at: entry.mark), let title = text(entry.value, of: what) else {
                return nil
            }
            return SubSpecialty(id: Identifier("\(network)/\(id)"), title: title)
        }
    }
}

extension OpaquePNG.Fault {
    /// Why, and what to do: a report is an archive, in which nothing shows through.
    fileprivate var words: String {
        switch self {
        case .unreadable: "ce n’est pas une image PNG entière\u{A0}; enregistrez-la de nouveau."
        case .transparent: "l’image a un fond transparent\u{A0}; enregistrez-la sur un fond blanc."
        case .interlaced: "l’image est entrelacée\u{A0}; enregistrez-la sans entrelacement."
        case .deep: "l’image a 16\u{A0}bits par couleur\u{A0}; enregistrez-la en 8\u{A0}bits."
        case .large: "l’image dépasse \(OpaquePNG.mostPixels)\u{A0}pixels de côté\u{A0}; réduisez-la."
        }
    }
}
