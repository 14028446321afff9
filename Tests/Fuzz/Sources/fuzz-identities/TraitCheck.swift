import EssaimDomain
import Fuzzing

/// What holds for any texts typed as a patient's traits: names, a date, a sex, a rank and a claim's number, between tabs.
enum TraitCheck {
    private static let today = CivilDate("2026-11-21") ?? .last

    static func check(_ text: String) {
        let typed = text.unicodeScalars.split(separator: "\t", maxSplits: 6, omittingEmptySubsequences: false).map(
            String.init)
        date(typed[0])
        func part(_ index: Int) -> String { index < typed.count ? typed[index] : "" }
        let patient = TypedPatient(
            birthFamilyName: part(0), usedFamilyName: part(6), firstGivenName: part(1), birthDate: part(2),
            sex: part(3),
            claimNumber: part(5), birthRank: part(4))
        _ = patient.claimNIR
        switch PatientTraits.check(patient, today: today) {
        case .success(let traits): accepted(traits)
        case .failure(let faults):
            require((1...12).contains(faults.list.count), "refused for nothing")
            for fault in faults.list {
                require(
                    fault.field.hasPrefix("patient.") && fault.message.unicodeScalars.count <= 200, "a long message")
                let hidden = fault.message.unicodeScalars.first {
                    [.control, .format, .lineSeparator, .paragraphSeparator].contains($0.properties.generalCategory)
                }
                require(hidden == nil, "a message that hides something")
            }
        }
    }

    private static func accepted(_ traits: PatientTraits) {
        require(traits.faults(on: today).isEmpty, "accepted with faults")
        let again = TypedPatient(
            birthFamilyName: traits.birthFamilyName, usedFamilyName: traits.usedFamilyName ?? "",
            firstGivenName: traits.firstGivenName, birthDate: traits.birthDate.french, sex: traits.sex.rawValue,
            birthRank: traits.birthRank.map(String.init) ?? "")
        require(PatientTraits.check(again, today: today) == .success(traits), "typed again they are others")
        require(traits.birthDate <= today && (0...125).contains(traits.age(on: today).years), "no age")
        for name in [traits.birthFamilyName, traits.firstGivenName, traits.familyName] {
            require((1...100).contains(name.unicodeScalars.count) && name.contains(where: \.isLetter), "no name")
            require(!name.hasPrefix(" ") && !name.hasSuffix(" ") && !name.contains("  "), "a space too many")
            require(
                !name.unicodeScalars.contains { ("0"..."9").contains($0) || "<>&\"\\;=%/".unicodeScalars.contains($0) },
                "a sign")
        }
    }

    private static func date(_ typed: String) {
        for line in typed.split(separator: "\n", maxSplits: 3) {
            guard let date = CivilDate.parse(String(line)) else { continue }
            require(CivilDate.parse(date.french) == date && CivilDate(date.description) == date, "written, another day")
            require(CivilDate(dayNumber: date.dayNumber) == date, "counted, another day")
            let digits = line.unicodeScalars.filter { ("0"..."9").contains($0) }.count
            require((6...8).contains(digits), "a day of \(digits) digits")
        }
    }
}
