/// Everything wrong with a patient's traits as typed, field by field; never empty.
public struct PatientFaults: Error, Sendable, Equatable {
    public let list: [FieldFault]
}

extension PatientTraits {
    /// The traits that someone typed, or what is wrong with them on that day, each under its field
    /// (`patient.birthDate`). White space around and within names is made single; a used name equal to the birth name
    /// is left out.
    public static func check(_ typed: TypedPatient, today: CivilDate) -> Result<PatientTraits, PatientFaults> {
        var faults: [PatientFault] = []
        let birthDate = CivilDate.parse(typed.birthDate)
        if birthDate == nil { faults.append(.init(.birthDate, message(forBirthDate: typed.birthDate))) }
        let sex = Sex(rawValue: typed.sex)
        if sex == nil {
            faults.append(.init(.sex, "Indiquez le sexe, ou «\u{A0}inconnu\u{A0}»."))
        }
        let usedName = typed.usedFamilyName.singleSpaced
        let traits = PatientTraits(
            birthFamilyName: typed.birthFamilyName.singleSpaced, firstGivenName: typed.firstGivenName.singleSpaced,
            usedFamilyName: usedName.isEmpty || usedName == typed.birthFamilyName.singleSpaced ? nil : usedName,
            birthDate: birthDate ?? today, sex: sex ?? .unknown, birthRank: Int(typed.birthRank.singleSpaced))
        faults = (traits.faults(on: today) + faults).sorted { $0.field.place < $1.field.place }
        guard faults.isEmpty else {
            return .failure(
                PatientFaults(
                    list: faults.map { FieldFault(field: "patient.\($0.field.rawValue)", message: $0.message) }))
        }
        return .success(traits)
    }

    private static func message(forBirthDate typed: String) -> String {
        let digits = typed.unicodeScalars.filter(\.isASCIIDigit).count
        return switch digits {
        case 0: "Indiquez la date de naissance\u{A0}: jour, mois, année."
        case 8: "Ce jour n’existe pas\u{A0}: vérifiez le jour et le mois."
        default: "Écrivez la date ainsi\u{A0}: 12/08/1958."
        }
    }
}

extension PatientFault.Field {
    /// The order of the fields on a page.
    fileprivate var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

extension String {
    /// Words with one space between them and none around.
    fileprivate var singleSpaced: String {
        split(whereSeparator: { " \t\u{A0}\u{202F}".contains($0) }).joined(separator: " ")
    }
}
