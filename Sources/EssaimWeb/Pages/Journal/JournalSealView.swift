import EssaimDomain
import HTML

/// How far the journal is signed, the key that verifies it, and who holds its head elsewhere.
struct JournalSealView {
    var seal: JournalModel.Seal

    func markup(_ clock: PageClock) -> Markup {
        section(.class("part seal"), .aria("labelledby", "scellement")) {
            h2(.id("scellement")) { "Scellement" }
            p(.class("seal-state")) {
                (seal.size == 0 || isBehind ? Icon.clock : Icon.check).markup
                " "
                state
            }
            for (index, key) in seal.keys.enumerated().reversed() { field(key, index) }
            holders(clock)
        }
    }

    private var isBehind: Bool { seal.signedSize < seal.size }

    @MarkupBuilder private var state: Markup {
        if seal.size == 0 {
            "Aucune entrée n’est encore numérotée."
        } else if isBehind {
            "\(French.count(seal.size, "entrée numérotée", "entrées numérotées")), signées jusqu’à "
            strong { French.grouped(seal.signedSize) }
            ". \(French.count(seal.size - seal.signedSize, "entrée attend", "entrées attendent")) la signature\u{A0}: "
            "une seconde d’ordinaire. Si cela dure, prévenez qui administre le serveur."
        } else {
            "\(French.count(seal.size, "entrée", "entrées")), toutes signées."
        }
    }

    /// Readable and selectable without a script; a script offers to copy it.
    private func field(_ key: String, _ index: Int) -> Markup {
        let isCurrent = index == seal.keys.count - 1
        let id = "cle-\(index + 1)"
        return div(.class("field")) {
            label(.for(id)) { isCurrent ? "Clé qui vérifie le journal" : "Clé précédente" }
            div(.class("copyable")) {
                input(
                    .type(.text), .id(id), .value(key), .class("input key-text"), .readonly(), .spellcheck(false),
                    .aria("describedby", "\(id)-aide"))
                button(.type(button: .button), .class("button secondary"), .data("copy", id), .hidden()) {
                    "Copier la clé"
                }
            }
            p(.class("help"), .id("\(id)-aide")) {
                isCurrent
                    ? "À donner à qui veut vérifier\u{A0}: essaim journal verify, ou tout outil C2SP tlog-tiles."
                    : "Elle signait avant la clé ci-dessus\u{A0}; elle vérifie ce qui date d’alors."
            }
        }
    }

    @MarkupBuilder private func holders(_ clock: PageClock) -> Markup {
        if seal.holders.isEmpty {
            p(.class("quiet")) {
                "Personne d’autre ne détient encore l’état du journal\u{A0}: un retour en arrière du serveur entier ne "
                "se verrait qu’aux reçus."
            }
        } else {
            h3 { "Détenu ailleurs" }
            ul(.class("holders")) {
                for holder in seal.holders {
                    li(.class(holder.disagreement == nil ? "holder" : "holder disagrees")) {
                        (holder.disagreement == nil ? Icon.check : Icon.alert).markup
                        span {
                            strong { holder.name }
                            "\u{A0}: \(French.count(holder.size, "entrée", "entrées")), "
                            Moment(clock.words(holder.at), at: holder.at).markup(clock)
                            if let words = holder.disagreement {
                                " · "
                                strong(.class("error")) { "désaccord\u{A0}: \(words)" }
                            }
                        }
                    }
                }
            }
        }
    }
}
