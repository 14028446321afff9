import EssaimDomain
import EssaimGate
import EssaimWorkflow

/// What an address or a form asked of the office's page.
struct OfficeAsked {
    var filter = OfficeFilter()
    var question: ClaimQuestion
    /// The month was typed and does not exist: this month is shown.
    var periodFault: FieldFault?

    init(_ fields: FormFields, at now: Instant) {
        func typed(_ name: String) -> String { String((fields.trimmed(name) ?? "").prefix(120)) }
        let today = PageClock(now: now, rules: .centralEuropean).today
        let asked = typed(OfficeFilter.periodName)
        let month = PeriodField.parse(asked)
        if month == nil, !asked.isEmpty {
            periodFault = FieldFault(
                field: OfficeFilter.periodName, message: "Ce mois n’existe pas. Écrivez-le comme 11/2026.")
        }
        filter.establishment = typed(OfficeFilter.establishmentName)
        filter.unit = typed(OfficeFilter.unitName)
        filter.state = typed(OfficeFilter.stateName)
        question = ClaimQuestion(
            establishment: filter.establishment.isEmpty ? nil : Identifier(filter.establishment),
            month: month ?? today.adding(days: 1 - today.day), unit: ClaimUnit(text: filter.unit),
            state: ActState(rawValue: filter.state),
            after: fields.first(OfficeFilter.afterName).flatMap(ActKey.init(text:)))
        filter.period = question.period
    }
}

extension ClaimUnit {
    init?(text: String) {
        if text.hasPrefix("pool:") {
            self = .pool(Identifier(String(text.dropFirst(5))))
        } else if text.hasPrefix("ligne:") {
            self = .line(Identifier(String(text.dropFirst(6))))
        } else {
            return nil
        }
    }

    var text: String {
        switch self {
        case .pool(let id): "pool:\(id.rawValue)"
        case .line(let id): "ligne:\(id.rawValue)"
        }
    }
}

extension OfficeModel {
    init(_ claims: ClaimsPage, _ asked: OfficeAsked, _ page: PageMaking) {
        var filter = asked.filter
        filter.establishment = claims.establishment.id.rawValue
        self.init(
            establishment: claims.establishment.name, finess: claims.establishment.finess?.rawValue ?? "",
            filter: filter, establishments: claims.establishments.map { ($0.id.rawValue, $0.name) },
            units: claims.units.map { ($0.unit.text, $0.name) }, acts: claims.acts.map { Act($0, page) },
            batches: claims.batches.map {
                Batch(
                    path: .batch($0.id.rawValue), title: $0.title, lineCount: $0.lineCount, at: $0.madeAt)
            }, seal: page.seal(), next: claims.next.map { .claims(filter.query + [(OfficeFilter.afterName, $0.text)]) },
            first: asked.question.after == nil ? nil : .claims(filter.query),
            faults: asked.periodFault.map { [$0] } ?? [])
    }
}

extension ClaimBatch {
    var title: String { "Lot \(number), \(PeriodWords.month(period))" }
}

extension OfficeModel.Act {
    init(_ act: ClaimedAct, _ page: PageMaking) {
        let traits = act.patient.traits
        let standing = act.standing
        let state = standing.state.claimWord
        let pending = act.carry == nil ? "" : ", reprise de \(act.carried?.id.rawValue ?? "") au prochain lot"
        self.init(
            id: standing.id.rawValue, at: act.performedAt, code: act.code, amount: French.euros(cents: act.amountCents),
            practitioner: act.practitioner.shownName,
            patient: [traits.familyName, traits.firstGivenName, traits.birthDate.french].joined(separator: " "),
            unit: "\(act.pool) · \(act.offer)",
            state: (act.reason.isEmpty ? state : "\(state)\u{A0}: \(act.reason)") + pending,
            line: act.line?.rawValue ?? "", note: act.note,
            endings: ActMove.claimWords.filter { standing.state.claimed($0.move) != nil }.map {
                Ending(title: $0.move.claimTitle, word: $0.word, asksReason: $0.move.needsReason)
            }, seal: page.seal(version: standing.version), isRejected: standing.state == .rejected)
    }
}

extension ActMove {
    var claimTitle: String {
        switch self {
        case .bill: "Marquer facturé"
        case .reject: "Marquer rejeté"
        case .retry: "Remettre à facturer"
        case .reopen: "Annuler la marque"
        case .waive: "Écarter de la facturation"
        case .withdraw: "Retirer cet acte"
        }
    }
}

extension BatchModel {
    init(_ page: BatchPage, after: Int) {
        let id = page.batch.id.rawValue
        self.init(
            id: id, title: page.batch.title, establishment: page.establishment.name,
            maker: page.maker?.shownName ?? "", at: page.batch.madeAt, unit: page.batch.unit,
            lineCount: page.batch.lineCount, lines: page.lines.map { Line($0, page.batch.columns) },
            next: page.next.map { .batch(id, after: $0) }, first: after == 0 ? nil : .batch(id))
    }
}

extension BatchModel.Line {
    init(_ line: StandingLine, _ columns: [String]) {
        func cell(_ column: String) -> String {
            columns.firstIndex(of: column).flatMap { $0 < line.line.cells.count ? line.line.cells[$0] : nil } ?? ""
        }
        let word =
            line.standing?.state.claimWord ?? (line.line.isReversal ? "Contre-passation" : "Reprise ou contre-passée")
        self.init(
            name: line.line.id.rawValue, kind: cell("nature"), origin: line.line.origin?.rawValue ?? "",
            practitioner: cell("praticien"), patient: "\(cell("nom de naissance")) \(cell("prénom"))",
            day: cell("date de l’acte"), code: cell("acte"), amount: cell("montant"),
            state: line.reason.isEmpty ? word : "\(word)\u{A0}: \(line.reason)",
            isRejected: line.standing?.state == .rejected)
    }
}
