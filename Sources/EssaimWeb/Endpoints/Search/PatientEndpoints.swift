import EssaimDomain
import EssaimGate
import EssaimWorkflow

extension Site {
    /// | method · path | policy |
    /// |---|---|
    /// | GET, POST /patients | may ask: patients of one's own structures |
    /// | GET /patients/{patient} | see patient: of one's own structures |
    static let patients: [Endpoint] = [
        Endpoint(.get, "/patients", MayAsk.self, pace: .search) { grant, input in
            let kept = input.query.first(PatientsModel.keptName) ?? ""
            let words = kept.isEmpty ? "" : try await grant.searchWords(kept) ?? ""
            return .page(try await grant.patientsView(words, kept: kept, faults: [], input))
        },
        Endpoint(.post, "/patients", MayAsk.self, pace: .search) { grant, input in
            let words = input.form.trimmed(PatientsModel.wordsName) ?? ""
            if words.isEmpty { return .seeOther(SitePath.patients) }
            guard words.unicodeScalars.count <= SearchWords.longestQuestion else {
                let fault = FieldFault(
                    field: PatientsModel.wordsName,
                    message: "Ce nom dépasse 200\u{A0}caractères. Quelques lettres suffisent.")
                return .page(try await grant.patientsView(words, kept: "", faults: [fault], input), status: 422)
            }
            return .seeOther(SitePath.patients([(PatientsModel.keptName, try await grant.keepSearch(words))]))
        },
        Endpoint(.get, "/patients/{patient}", SeePatient.self) { grant, input in
            let file = try await grant.open(input)
            let page = grant.page(file.surroundings)
            let model = PatientModel(
                patient: PatientBannerModel(file.patient.traits, file.patient.ins, page.clock),
                rows: file.rows.map { row in
                    var shown = WorklistModel.Row(row, .ended, page)
                    shown.at = row.sortKey
                    return shown
                })
            return .page(PatientView(model, in: page.frame(current: .patients)))
        },
    ]
}

extension Grant where P == MayAsk {
    fileprivate func patientsView(
        _ words: String, kept: String, faults: [FieldFault], _ input: Input
    ) async throws -> PatientsView {
        let key = input.query.first(PatientsModel.afterName).flatMap { PatientKey(text: $0) }
        let found = try await patients(beginning: faults.isEmpty ? words : "", after: key, input)
        let page = page(found.surroundings)
        let asked = [(PatientsModel.keptName, kept)]
        let model = PatientsModel(
            seal: page.seal(), words: words, faults: faults,
            rows: found.rows.map { PatientsModel.Row($0, page.clock) },
            next: found.next.map { .patients(asked + [(PatientsModel.afterName, $0.text)]) },
            first: key == nil ? nil : .patients(asked))
        return PatientsView(model, in: page.frame(current: .patients))
    }
}

extension PatientsModel.Row {
    init(_ row: PatientRow, _ clock: PageClock) {
        let banner = PatientBannerModel(row.traits, nil, clock)
        let born = row.traits.sex == .female ? "née" : row.traits.sex == .male ? "né" : "né(e)"
        self.init(
            path: .patient(row.id.rawValue),
            name: "\((banner.usedName ?? banner.birthName).uppercased()) \(banner.givenName)",
            birthName: banner.usedName == nil ? "" : "\(born) \(banner.birthName)", short: banner.short,
            birthDate: banner.birthDate, requests: row.requests, lastSentAt: row.lastSentAt)
    }
}

extension PatientKey {
    /// `<id>`, or `<id>.u` for the name in use.
    var text: String { id.rawValue + (isUsedName ? ".u" : "") }

    init?(text: String) {
        guard text.utf8.count <= 60 else { return nil }
        let isUsed = text.hasSuffix(".u")
        self.init(id: Identifier(isUsed ? String(text.dropLast(2)) : text), isUsedName: isUsed)
    }
}
