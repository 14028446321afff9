import EssaimDomain
import EssaimGate
import EssaimWorkflow

extension Site {
    /// | method · path | policy |
    /// |---|---|
    /// | GET /facturation | keep billing: the billing office of an establishment, that establishment's acts only |
    /// | POST /facturation/lots · /facturation/lignes · /facturation/actes/{act}/{word} | keep billing |
    /// | GET /facturation/lots/{batch} · /facturation/lots/{batch}/lot.csv | keep billing |
    static let claims: [Endpoint] = [
        Endpoint(.get, "/facturation", KeepBilling.self) { grant, input in
            try await grant.page(input.query, input)
        },
        Endpoint(.post, "/facturation/lots", KeepBilling.self) { grant, input in
            let asked = OfficeAsked(input.form, at: grant.now)
            // A unit that is none is not all of them.
            if !asked.filter.unit.isEmpty, asked.question.unit == nil { return nil }
            switch try await grant.makeBatch(asked.question, input.seal) {
            case nil: return nil
            case .made(let batch): return .seeOther(SitePath.batch(batch.rawValue).done("lot"))
            case .nothing(let last?): return .seeOther(SitePath.batch(last.rawValue).done("lot-vide"))
            case .nothing(nil): return .seeOther(SitePath.claims(asked.filter.query).done("lot-vide"))
            }
        },
        Endpoint(.get, "/facturation/lots/{batch}", KeepBilling.self) { grant, input in
            let after = input.query.first("apres").flatMap(Int.init).map { max(0, $0) } ?? 0
            guard let batch = try await grant.batch(Identifier(input.parameter("batch")), after: after, input) else {
                return nil
            }
            let page = grant.page(batch.surroundings)
            let done = input.query.first("fait").flatMap(DoneWords.notice)
            return .page(
                BatchView(BatchModel(batch, after: after), in: page.frame(current: .claims, notice: done)))
        },
        Endpoint(.get, "/facturation/lots/{batch}/lot.csv", KeepBilling.self, pace: .export) { grant, input in
            guard let batch = try await grant.export(Identifier(input.parameter("batch")), input) else { return nil }
            var text = CSVText()
            text.append(batch.batch.columns)
            for line in batch.lines { text.append(line.line.cells) }
            return Reply(
                contentType: "text/csv; charset=utf-8", body: text.bytes,
                fileName: "lot-\(batch.batch.number)-\(batch.batch.period).csv", isInline: false)
        },
        Endpoint(.post, "/facturation/lignes", KeepBilling.self) { grant, input in
            try await grant.markLines(input)
        },
        Endpoint(.post, "/facturation/actes/{act}/{word}", KeepBilling.self) { grant, input in
            guard let move = ActMove(claimWord: input.parameter("word")) else { return nil }
            let act = Identifier<RecordedAct>(input.parameter("act"))
            let reason = String((input.form.trimmed(OfficeField.reason) ?? "").prefix(1_000))
            switch try await grant.move(act, move, reason: reason, input.seal) {
            case .success: return .seeOther(SitePath.claims.done("facturation"))
            case .failure(.faults(let faults)):
                return try await grant.page(FormFields(), input, status: 422) { $0.faults = faults }
            case .failure(let refusal):
                return refusal.page(grant.page(), back: PageFrame.Link(title: "Rouvrir la facturation", path: .claims))
            }
        },
    ]
}

extension ActMove {
    static let claimWords: [(word: String, move: ActMove)] = [
        ("facture", .bill), ("rejete", .reject), ("reprendre", .retry), ("annuler", .reopen), ("ecarter", .waive),
        ("retirer", .withdraw),
    ]

    init?(claimWord word: String) {
        guard let found = Self.claimWords.first(where: { $0.word == word }) else { return nil }
        self = found.move
    }
}

extension Grant where P == KeepBilling {
    fileprivate func page(
        _ fields: FormFields, _ input: Input, status: Int = 200, _ change: (inout OfficeModel) -> Void = { _ in }
    ) async throws -> Reply? {
        let asked = OfficeAsked(fields, at: now)
        guard let claims = try await claims(asked.question, input) else { return nil }
        let page = self.page(claims.surroundings)
        var model = OfficeModel(claims, asked, page)
        change(&model)
        let done = input.query.first("fait").flatMap(DoneWords.notice)
        return .page(OfficeView(model, in: page.frame(current: .claims, notice: done)), status: status)
    }

    fileprivate func markLines(_ input: Input) async throws -> Reply? {
        let asked = OfficeAsked(input.form, at: now)
        let typed = String((input.form.first(OfficeField.lines) ?? "").prefix(8_000))
        let reason = String((input.form.trimmed(OfficeField.reason) ?? "").prefix(1_000))
        let names = typed.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) && $0 != "-" }.map { $0.uppercased() }
        let move: ActMove = input.form.first(OfficeField.outcome) == "rejete" ? .reject : .bill
        func said(_ faults: [FieldFault]) async throws -> Reply? {
            try await page(input.form, input, status: 422) { model in
                model.pasted = typed
                model.pastedReason = reason
                model.faults = faults
            }
        }
        guard !names.isEmpty, names.count <= Self.mostLines else {
            let message =
                names.isEmpty
                ? "Collez des numéros de ligne, comme L12-3." : "Au plus \(Self.mostLines) lignes à la fois."
            return try await said([FieldFault(field: OfficeField.lines, message: message)])
        }
        switch try await mark(names, of: asked.question.establishment, move, reason: reason, input.seal) {
        case nil: return nil
        case .marked: return .seeOther(SitePath.claims.done("facturation"))
        case .faults(let faults): return try await said(faults)
        case .refused(let wrong):
            let shown = French.list(Array(wrong.prefix(10)))
            let message =
                "Rien n’a été marqué\u{A0}: \(shown) \(wrong.count > 1 ? "ne sont pas des lignes" : "n’est pas une ligne") "
                + "en cours de cet établissement, ou \(wrong.count > 1 ? "sont déjà marquées" : "est déjà marquée")."
            return try await said([FieldFault(field: OfficeField.lines, message: message)])
        }
    }
}
