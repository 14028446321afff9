import EssaimDomain

@testable import EssaimWeb

/// The pages of an expert's own with a hostile text in every field that holds one.
extension HostileModels {
    static func phrase(_ x: String) -> Phrase {
        Phrase(id: Identifier(x), content: .init(shortcut: x, title: x, text: x))
    }

    static func phrases(_ x: String) -> PhrasesModel {
        let faulty = PhrasesModel.Item(
            id: x, shortcut: x, title: x, text: x,
            faults: [
                FieldFault(field: PhrasesModel.shortcutName, message: x),
                FieldFault(field: PhrasesModel.textName, message: x),
            ])
        return PhrasesModel(
            seal: seal(x), new: faulty, items: [faulty, PhrasesModel.Item(phrase(x))], count: 2,
            house: [phrase(x).content], first: .phrases, next: .phrases(after: x))
    }

    static func availability(_ x: String) -> AvailabilityModel {
        AvailabilityModel(
            seal: seal(x),
            typed: TypedAvailability(
                week: Dictionary(uniqueKeysWithValues: Weekday.allCases.map { ($0, x) }), mostADay: x),
            absences: [.init(days: x, colleague: x, removal: .removeAbsence(x))], warning: x, from: x, through: x,
            colleague: x,
            faults: [AvailabilityModel.mostName, AvailabilityModel.colleagueName, "monday"].map {
                FieldFault(field: $0, message: x)
            }, isStale: true)
    }
}
