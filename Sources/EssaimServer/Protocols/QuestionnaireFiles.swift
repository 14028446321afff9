import EssaimDomain
import EssaimFHIR
import EssaimWorkflow
import Foundation

/// Forms as FHIR Questionnaires in JSON. What is read may come from anywhere: it is bounded before it is decoded.
struct QuestionnaireFiles: ProtocolFiles {
    static let mostBytes = 512 << 10
    /// Of brackets within brackets: a group is two of them, and eight groups are the deepest form.
    static let mostDepth = 40

    func read(_ text: String) -> Result<ClinicalProtocol, ProtocolFileFault> {
        guard text.utf8.count <= Self.mostBytes else {
            return .failure(.file(path: "", message: "Ce fichier dépasse 512\u{A0}Kio."))
        }
        guard Self.depth(of: text) <= Self.mostDepth else {
            return .failure(.file(path: "", message: "Ce fichier est trop imbriqué pour être un formulaire."))
        }
        do {
            let questionnaire = try JSONDecoder().decode(FHIR.Questionnaire.self, from: Data(text.utf8))
            return .success(try ClinicalProtocol(questionnaire))
        } catch let fault as QuestionnaireFault {
            if case .form(let fault) = fault { return .failure(.form(fault)) }
            return .failure(.file(path: fault.path, message: fault.french))
        } catch let fault as DecodingError {
            return .failure(.file(path: fault.path, message: "Ce n’est pas ce qu’un Questionnaire FHIR R4 attend ici."))
        } catch {
            return .failure(.file(path: "", message: "Ce fichier n’a pas pu être lu."))
        }
    }

    func write(_ form: ClinicalProtocol) -> String? {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(FHIR.Questionnaire(form))).map { String(decoding: $0, as: UTF8.self) }
    }

    /// Brackets that are open at once, those within texts left out.
    private static func depth(of text: String) -> Int {
        var (depth, deepest, isText, isEscaped) = (0, 0, false, false)
        for byte in text.utf8 {
            if isEscaped {
                isEscaped = false
            } else if isText {
                if byte == UInt8(ascii: "\\") { isEscaped = true }
                if byte == UInt8(ascii: "\"") { isText = false }
            } else {
                switch byte {
                case UInt8(ascii: "\""): isText = true
                case UInt8(ascii: "{"), UInt8(ascii: "["):
                    depth += 1
                    deepest = max(deepest, depth)
                case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
                default: break
                }
            }
        }
        return deepest
    }
}

extension DecodingError {
    /// `item[2].text`.
    fileprivate var path: String {
        let context: Context
        switch self {
        case .typeMismatch(_, let found), .valueNotFound(_, let found), .dataCorrupted(let found): context = found
        case .keyNotFound(let key, let found):
            return (found.codingPath + [key]).path
        @unknown default: return ""
        }
        return context.codingPath.path
    }
}

extension [any CodingKey] {
    fileprivate var path: String {
        reduce("") { path, key in
            if let index = key.intValue { return "\(path)[\(index)]" }
            return path.isEmpty ? key.stringValue : "\(path).\(key.stringValue)"
        }
    }
}

extension QuestionnaireFault {
    /// The item at fault, or the element.
    fileprivate var path: String {
        switch self {
        case .notAQuestionnaire: "resourceType"
        case .unusableStatus: "status"
        case .missing(let element): element
        case .unreadableDate: "effectivePeriod.end"
        case .modifierExtension(let item): item ?? "modifierExtension"
        case .unreadableExtension(let item, let url): item ?? url
        case .unsupportedType(let item, _), .itemUnderQuestion(let item), .valueSet(let item),
            .unreadableOption(let item), .unknownOperator(let item, _), .missingBehavior(let item),
            .unreadableAnswer(let item):
            item
        case .form: ""
        }
    }

    fileprivate var french: String {
        switch self {
        case .notAQuestionnaire: "Ce fichier n’est pas un Questionnaire FHIR."
        case .unusableStatus: "Son statut doit être «\u{A0}active\u{A0}» ou «\u{A0}draft\u{A0}»."
        case .missing: "Cet élément manque."
        case .unreadableDate: "Cette date n’est pas lisible\u{A0}: écrivez 2026-11-22."
        case .modifierExtension: "Une extension change le sens de cet élément et n’est pas connue ici."
        case .unsupportedType: "Ce type de question n’est pas connu ici."
        case .itemUnderQuestion: "Une question ne peut pas en contenir une autre\u{A0}: faites-en un groupe."
        case .valueSet: "Les réponses sont dans une liste extérieure\u{A0}: écrivez-les dans le formulaire."
        case .unreadableOption: "Une réponse proposée n’a ni code ni texte."
        case .unknownOperator: "Une comparaison n’est pas connue."
        case .missingBehavior: "Plusieurs conditions\u{A0}: dites s’il les faut toutes (all) ou une seule (any)."
        case .unreadableAnswer: "Une comparaison n’a pas de valeur lisible."
        case .unreadableExtension: "Une extension est incomplète ou inconnue."
        case .form(let fault): fault.description
        }
    }
}
