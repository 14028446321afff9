/// What is wrong with one trait, in French, for the field that holds it.
public struct PatientFault: Error, Hashable, Sendable {
    public enum Field: String, Sendable, CaseIterable {
        case birthFamilyName, firstGivenName, givenNames, usedFamilyName, birthDate, sex, birthPlace, birthRank
    }

    public let field: Field
    public let message: String

    public init(_ field: Field, _ message: String) {
        self.field = field
        self.message = message
    }
}

extension PatientTraits {
    /// Characters of the longest name.
    public static let longestName = 100
    /// Years of the oldest patient.
    public static let greatestAge = 125

    /// Everything wrong with these traits on that day, empty when they may be sent. They are checked, not changed.
    public func faults(on today: CivilDate) -> [PatientFault] {
        var faults = [
            Self.fault(ofName: birthFamilyName, .birthFamilyName, "le nom de naissance"),
            Self.fault(ofName: firstGivenName, .firstGivenName, "le premier prénom"),
            usedFamilyName.flatMap { Self.fault(ofName: $0, .usedFamilyName, "le nom utilisé") },
            Self.fault(ofBirthDate: birthDate, on: today),
        ].compactMap(\.self)
        faults += givenNames.prefix(20).compactMap { Self.fault(ofName: $0, .givenNames, "chaque prénom") }.prefix(1)
        if givenNames.count > 20 {
            faults.append(PatientFault(.givenNames, "Au plus 20\u{A0}prénoms."))
        }
        if let birthRank, !(1...9).contains(birthRank) {
            faults.append(PatientFault(.birthRank, "Le rang de naissance va de 1 à 9."))
        }
        return faults
    }

    /// What is wrong with a name; `words` is the name's name, with its article.
    static func fault(ofName name: String, _ field: PatientFault.Field, _ words: String) -> PatientFault? {
        let scalars = name.unicodeScalars
        if scalars.contains(where: \.isHidden) {
            return PatientFault(field, "Un caractère invisible s’est glissé dans \(words)\u{A0}: retapez-le.")
        }
        if !scalars.contains(where: \.properties.isAlphabetic) { return PatientFault(field, "Indiquez \(words).") }
        if name.unicodeScalars.count > longestName {
            return PatientFault(
                field, "\(words.capitalizedFirst) dépasse \(longestName)\u{A0}caractères\u{A0}: raccourcissez-le.")
        }
        if scalars.contains(where: { $0.properties.numericType != nil }) {
            return PatientFault(field, "\(words.capitalizedFirst) ne contient pas de chiffre.")
        }
        if let odd = scalars.first(where: { !$0.mayStandInName }) {
            return PatientFault(field, "«\u{A0}\(odd)\u{A0}» n’a pas sa place dans \(words).")
        }
        return nil
    }

    static func fault(ofBirthDate date: CivilDate, on today: CivilDate) -> PatientFault? {
        if date > today {
            return PatientFault(.birthDate, "Cette date est dans le futur\u{A0}: vérifiez l’année.")
        }
        if date.adding(years: greatestAge) < today {
            return PatientFault(
                .birthDate, "Cette date donne plus de \(greatestAge)\u{A0}ans\u{A0}: vérifiez l’année.")
        }
        return nil
    }
}

extension Unicode.Scalar {
    /// Control and format characters, line ends: what a pasted name may hide.
    var isHidden: Bool {
        switch properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }

    /// Letters and their marks, space, dashes, apostrophes, full stop and comma (« Jr. »).
    fileprivate var mayStandInName: Bool {
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
            .spacingMark, .spaceSeparator, .dashPunctuation:
            true
        default: "'’ʼ.,".unicodeScalars.contains(self)
        }
    }
}

extension String {
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
