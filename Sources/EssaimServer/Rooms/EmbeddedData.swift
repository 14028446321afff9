import Assets
import EssaimDomain
import EssaimFHIR
import EssaimWorkflow
import Foundation

/// Forms and billing rules, built into the binary as the JSON files that an administrator can read.
enum EmbeddedData {
    static func forms() throws -> FormLibrary {
        FormLibrary([
            try form(essaim_protocol_dermatology(), essaim_protocol_dermatology_count()),
            try form(essaim_protocol_wounds(), essaim_protocol_wounds_count()),
            try form(essaim_protocol_ecg(), essaim_protocol_ecg_count()),
        ])
    }

    static func billing() throws -> BillingRules {
        try JSONDecoder().decode(BillingRules.self, from: data(essaim_billing_acts(), essaim_billing_acts_count()))
    }

    private static func form(_ start: UnsafePointer<UInt8>?, _ count: Int) throws -> ClinicalProtocol {
        try ClinicalProtocol(JSONDecoder().decode(FHIR.Questionnaire.self, from: data(start, count)))
    }

    private static func data(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Data {
        Data(UnsafeBufferPointer(start: start, count: count))
    }
}
