import Assets
import EssaimDomain
import EssaimFHIR
import EssaimIdentity
import EssaimWorkflow
import Foundation

/// Forms and billing rules, built into the binary as the JSON files that an administrator can read.
enum EmbeddedData {
    static func forms() throws -> FormLibrary {
        FormLibrary(
            try (0..<essaim_protocols_count()).map { try form(essaim_protocol($0), essaim_protocol_count($0)) },
            files: QuestionnaireFiles())
    }

    static func billing() throws -> BillingRules {
        try JSONDecoder().decode(BillingRules.self, from: data(essaim_billing_acts(), essaim_billing_acts_count()))
    }

    /// Read once for all servers of this process; a test counts them, so that nil is never shipped.
    static let breached = BreachedSet(
        Array(UnsafeBufferPointer(start: essaim_breached_passwords(), count: essaim_breached_passwords_count())))

    private static func form(_ start: UnsafePointer<UInt8>?, _ count: Int) throws -> ClinicalProtocol {
        try ClinicalProtocol(JSONDecoder().decode(FHIR.Questionnaire.self, from: data(start, count)))
    }

    private static func data(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Data {
        Data(UnsafeBufferPointer(start: start, count: count))
    }
}
