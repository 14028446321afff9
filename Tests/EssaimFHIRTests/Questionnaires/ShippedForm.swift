import EssaimDomain
import EssaimFHIR
import Foundation

/// The forms of `protocols/`, as shipped.
enum ShippedForm {
    static func json(_ name: String) throws -> Data {
        let here = URL(fileURLWithPath: #filePath)
        let root = (0..<4).reduce(here) { folder, _ in folder.deletingLastPathComponent() }
        return try Data(contentsOf: root.appending(path: "protocols/\(name).json"))
    }

    static func read(_ name: String) throws -> ClinicalProtocol {
        try ClinicalProtocol(JSONDecoder().decode(FHIR.Questionnaire.self, from: json(name)))
    }
}

extension ClinicalProtocol {
    /// The questions shown beyond those that always are: `site=foot` and `bed=red,yellow` say what was answered.
    func shown(_ answered: String) -> [String] {
        let always = Set(allItems.map(\.id)).intersection(check([:]).visible)
        let visible = check(FormAnswers(answered: answered)).visible
        return allItems.filter { !$0.isGroup && visible.contains($0.id) && !always.contains($0.id) }.map(\.id)
    }
}

extension FormAnswers {
    /// `site=foot bed=red,yellow`.
    init(answered: String) {
        let pairs = answered.split(separator: " ").map { $0.split(separator: "=", maxSplits: 1).map(String.init) }
        // `8,2` is one number, `yellow,red` are two answers.
        let values = pairs.map { pair in
            (pair[0], pair[1].first?.isNumber == true ? [pair[1]] : pair[1].split(separator: ",").map(String.init))
        }
        self.init(Dictionary(values, uniquingKeysWith: { $1 }))
    }
}
