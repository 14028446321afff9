import EssaimDomain
import EssaimGate
import EssaimWorkflow

extension OwnActsModel {
    init(_ page: OwnActsPage, _ tab: Tab, isFirst: Bool, _ making: PageMaking) {
        let query: [(name: String, value: String)] = tab == .open ? [] : [(OwnActField.view, tab.rawValue)]
        self.init(
            tab: tab, cards: tab == .open ? page.acts.map { Card($0, page, making) } : [],
            rows: tab == .open ? [] : page.acts.map { Row($0, making) },
            next: page.next.map { .ownActs(query + [(OwnActField.after, $0.text)]) },
            first: isFirst ? nil : .ownActs(query))
    }
}

extension OwnActsModel.Card {
    init(_ act: OwnAct, _ page: OwnActsPage, _ making: PageMaking) {
        let traits = act.patient.traits
        let id = act.standing.id.rawValue
        var warnings = act.note.isEmpty ? [] : [act.note]
        if let corrected = act.standing.correctedAt {
            warnings.insert(
                "Vous aviez coté cet acte, puis l’identité du patient a été corrigée (\(making.clock.exact(corrected))). "
                    + "Corrigez votre facture, puis marquez-le de nouveau.", at: 0)
        }
        if let quota = page.quotas.warning(act.act, for: act.patient.id, at: act.performedAt) { warnings.append(quota) }
        self.init(
            id: id, code: act.act.rawValue, amount: French.euros(cents: act.amountCents),
            title: "\(traits.firstGivenName) \(traits.familyName), demande \(act.number.shown)", at: act.performedAt,
            request: .request(act.request.rawValue),
            lines: OwnActsModel.Line.all(act, on: page.surroundings.local.date(at: act.performedAt)),
            warnings: warnings,
            known: [
                page.quotas.count(act.act, for: act.patient.id, at: act.performedAt) ?? "",
                page.isFiled(act) ? "" : "Pas encore versé au dossier.",
            ].filter { !$0.isEmpty }.joined(separator: " "),
            seal: making.seal(version: act.standing.version),
            asksNumber: act.act == .rqd, hasNumber: act.patient.claimNIR != nil)
    }
}

extension OwnActsModel.Line {
    /// In the order in which billing software asks.
    static func all(_ act: OwnAct, on day: CivilDate) -> [OwnActsModel.Line] {
        let traits = act.patient.traits
        let other = CounterpartNumber(act.counterpart, of: act.counterpartStructure)
        let number = act.patient.claimNIR
        let whoAsked = act.act == .te2
        func line(_ name: String, _ label: String, _ value: String, _ missing: String = "") -> OwnActsModel.Line {
            OwnActsModel.Line(
                id: "\(name)-\(act.standing.id.rawValue)", label: label, value: value,
                missing: value.isEmpty ? missing : "")
        }
        let name = act.counterpart?.shownName ?? "le confrère"
        return [
            line("acte", "Acte", act.act.rawValue),
            line("montant", "Montant", Amount(cents: act.amountCents).french),
            line("date", "Date de l’acte", day.french),
            line("naissance", "Nom de naissance", traits.birthFamilyName),
            line("utilise", "Nom utilisé", traits.usedFamilyName ?? traits.birthFamilyName),
            line("prenom", "Prénom", traits.firstGivenName),
            line(
                "ne", "Date et rang de naissance",
                traits.birthDate.french + " rang \(traits.birthRank ?? 1)"),
            line(
                "nir", "NIR de l’ouvrant droit, avec sa clé", number?.spaced ?? "",
                whoAsked
                    ? "Il manque\u{A0}: \(name) peut le donner sur sa page «\u{A0}À coter\u{A0}»."
                    : "Il manque\u{A0}: donnez-le ci-dessous, il servira aux deux côtés."),
            line(
                "confrere", whoAsked ? "Requérant" : "Requis", act.counterpart?.shownName ?? "",
                "Il n’est plus connu ici."),
            line(
                "numero", "Son numéro (AM ou FINESS)", other.text,
                "Il manque\u{A0}: demandez à \(name) son numéro AM (9\u{A0}chiffres) ou le FINESS de sa structure. "
                    + "Les logiciels refusent le RPPS seul."),
            line("exoneration", "Exonération", "Téléexpertise, 100\u{A0}%, tiers payant"),
            line("facture", "Type de facture", "SESAM sans Vitale, ou FSE dégradée"),
        ]
    }
}

extension OwnActsModel.Row {
    init(_ act: OwnAct, _ making: PageMaking) {
        let traits = act.patient.traits
        let state = act.standing.state
        let when = act.stateAt.map { making.clock.stamp($0) } ?? ""
        self.init(
            id: act.standing.id.rawValue, at: act.performedAt, code: act.act.rawValue,
            amount: French.euros(cents: act.amountCents),
            patient: [traits.familyName, traits.firstGivenName, traits.birthDate.french].joined(separator: " "),
            counterpart: act.counterpart?.shownName ?? "",
            state: state == .billed
                ? "Coté, \(when)" : state == .waived ? "Écarté\u{A0}: \(act.reason)" : "À coter",
            undo: state.own(.reopen) == nil ? nil : making.seal(version: act.standing.version))
    }
}
