import EssaimDomain
import EssaimGate
import EssaimWorkflow

extension Site {
    /// | method · path | policy |
    /// |---|---|
    /// | GET, POST /disponibilites | answers: an expert’s own |
    /// | POST /disponibilites/agenda · /disponibilites/agenda/retirer | answers: an expert’s own |
    /// | POST /disponibilites/absences · /{absence}/retirer | answers: an expert’s own |
    static let availability: [Endpoint] = [
        Endpoint(.get, "/disponibilites", Answers.self) { grant, input in
            let (model, page) = try await grant.availabilityPage()
            let notice = input.query.first("fait").flatMap(DoneWords.notice)
            return .page(AvailabilityView(model, in: page.frame(current: .availability, notice: notice)))
        },
        Endpoint(.post, "/disponibilites", Answers.self) { grant, input in
            var (model, page) = try await grant.availabilityPage()
            let week = Weekday.allCases.map { ($0, String(input.form.typed($0.rawValue).prefix(200))) }
            model.typed = TypedAvailability(
                week: Dictionary(uniqueKeysWithValues: week),
                mostADay: String(input.form.typed(AvailabilityModel.mostName).prefix(20)))
            switch try await grant.keep(model.typed, over: input.seal.version ?? -1, input) {
            case .success: return .seeOther(SitePath.availability.done("disponibilites"))
            case .failure(.faults(let faults)): model.faults = faults
            case .failure: model.isStale = true
            }
            let view = AvailabilityView(model, in: page.frame(current: .availability))
            return .page(view, status: model.isStale ? 409 : 422)
        },
        Endpoint(.post, "/disponibilites/absences", Answers.self) { grant, input in
            var (model, page) = try await grant.availabilityPage()
            model.from = String(input.form.typed(AvailabilityModel.fromName).prefix(40))
            model.through = String(input.form.typed(AvailabilityModel.throughName).prefix(40))
            model.half = String(input.form.typed(AvailabilityModel.halfName).prefix(20))
            model.colleague = input.form.typed(AvailabilityModel.colleagueName)
            let result = try await grant.addAbsence(
                from: model.from, through: model.through, half: model.half, colleague: model.colleague,
                on: page.clock.today, input)
            guard case .failure(let refusal) = result else {
                return .seeOther(SitePath.availability.done("absence").at("absences"))
            }
            if case .faults(let faults) = refusal { model.faults = faults }
            return .page(AvailabilityView(model, in: page.frame(current: .availability)), status: 422)
        },
        Endpoint(
            .post, "/disponibilites/agenda", Answers.self, bodyLimit: AbsencesRead.mostBytes + (64 << 10),
            takesFiles: true
        ) { grant, input in
            var (model, page) = try await grant.availabilityPage()
            let (fault, status): (FieldFault, Int)
            do {
                let bytes = try await input.file?.bytes.gathered(upTo: AbsencesRead.mostBytes) ?? []
                switch try await grant.importAbsences(bytes, input) {
                case .success(let read) where read.faults.isEmpty:
                    return .seeOther(SitePath.availability.done("agenda").at("agenda"))
                case .success(let read):
                    (model, page) = try await grant.availabilityPage()
                    let some = read.faults.prefix(5).joined(separator: " ")
                    (fault, status) = (
                        FieldFault(
                            field: AbsencesRead.fieldName,
                            message:
                                "Lu, sauf \(French.count(read.faults.count, "événement", "événements"))\u{A0}: \(some)"),
                        200
                    )
                case .failure(.faults(let faults)):
                    (fault, status) = (
                        FieldFault(
                            field: AbsencesRead.fieldName, message: faults.map(\.message).joined(separator: " ")), 422
                    )
                case .failure: return nil
                }
            } catch is ByteStream.TooLong {
                (fault, status) = (
                    FieldFault(
                        field: AbsencesRead.fieldName,
                        message: "Ce fichier dépasse 2\u{A0}Mo\u{A0}: exportez un an au plus."), 413
                )
            }
            model.faults = [fault]
            return .page(AvailabilityView(model, in: page.frame(current: .availability)), status: status)
        },
        Endpoint(.post, "/disponibilites/agenda/retirer", Answers.self) { grant, input in
            try await grant.removeAbsenceCalendar(input)
            return .seeOther(SitePath.availability.done("agenda-retire").at("agenda"))
        },
        Endpoint(.post, "/disponibilites/absences/{absence}/retirer", Answers.self) { grant, input in
            guard try await grant.removeAbsence(Identifier(input.parameter("absence")), input) else { return nil }
            return .seeOther(SitePath.availability.done("absence-retiree").at("absences"))
        },
    ]
}

extension Grant where P == Answers {
    fileprivate func availabilityPage() async throws -> (AvailabilityModel, PageMaking) {
        let kept = try await availability()
        let page = page(kept.surroundings)
        let hindrance = kept.availability.hindrance(
            at: page.clock.now, taken: kept.taken, in: kept.surroundings.local)
        return (
            AvailabilityModel(
                seal: page.seal(version: kept.version), typed: TypedAvailability(kept.availability),
                absences: kept.availability.absences.map(AvailabilityModel.Away.init), taken: kept.taken,
                warning: hindrance?.warning(page.clock),
                calendar: kept.calendar.map {
                    "\(French.count($0.stretches, "plage", "plages")), lues le \(page.clock.date($0.at))"
                }),
            page
        )
    }
}

extension AvailabilityModel.Away {
    fileprivate init(_ absence: Absence) {
        let (first, last) = (absence.days.lowerBound, absence.days.upperBound)
        self.init(
            days: first == last
                ? "le \(French.date(first))\(absence.half.map(\.words) ?? "")"
                : "du \(French.date(first)) au \(French.date(last))",
            colleague: absence.colleague, removal: .removeAbsence(absence.id.rawValue))
    }
}

extension HalfDay {
    /// After a day: « , le matin ».
    fileprivate var words: String { self == .morning ? ", le matin" : ", l’après-midi" }
}
