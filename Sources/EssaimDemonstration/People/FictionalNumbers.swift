import EssaimDomain

/// Numbers in ranges that nobody bears, with right keys: the product refuses wrong ones.
enum FictionalNumbers {
    /// An RPPS in 999…: real ones begin with 1.
    static func rpps(_ index: Int) -> RPPS? {
        let stem = "999" + digits(index + 1, 7)
        return (0...9).lazy.compactMap { RPPS(rawValue: stem + String($0)) }.first(where: \.hasKey)
    }

    /// A FINESS of a département 99, which there is not.
    static func finess(_ index: Int) -> FINESS? {
        let stem = "99" + digits(index + 1, 6)
        return (0...9).lazy.compactMap { FINESS(rawValue: stem + String($0)) }.first(where: \.hasKey)
    }

    /// A billing number of that département.
    static func billing(_ index: Int) -> ADELI? { ADELI(rawValue: "99" + digits(index + 1, 7)) }

    /// A matricule of the demonstration authority: born in 99 999, a country without a code, in the order of the list.
    static func ins(_ index: Int, birthDate: CivilDate, sex: PatientTraits.Sex) -> INS? {
        let number =
            (sex == .male ? "1" : "2") + digits(birthDate.year % 100, 2) + digits(birthDate.month, 2) + "99999"
            + digits(index + 1, 3)
        let key = 97 - (Int(number) ?? 0) % 97
        return NIR(rawValue: number + digits(key, 2)).map {
            INS(matricule: $0, authority: .demonstration, status: .validated)
        }
    }

    private static func digits(_ number: Int, _ width: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
    }
}
