import EssaimDomain
import EssaimWorkflow

/// A page of the structure's own patients.
public struct PatientsPage: Sendable {
    public let rows: [PatientRow]
    public let next: PatientKey?
    public let surroundings: Surroundings
}

/// One patient with the demands that their structure sent.
public struct PatientFile: Sendable {
    public let patient: Patient
    public let rows: [WorklistRow]
    public let surroundings: Surroundings
}

extension Grant where P == MayAsk {
    public static var patientPageSize: Int { 50 }
    public func keepSearch(_ words: String) async throws -> String { try await desk.keep(words, of: reader) }
    public func searchWords(_ token: String) async throws -> String? { try await desk.words(kept: token, of: reader) }

    /// The patients of the reader's structures whose name begins so. Elsewhere nothing hints that a patient exists.
    public func patients(
        beginning: String, after key: PatientKey?, _ input: Input
    ) async throws -> PatientsPage {
        let (reader, isLoopback) = (reader, house.isLoopback)
        let page = try await house.store.read { store in
            let rows = try store.patients(
                of: reader, beginning: beginning, after: key, limit: Self.patientPageSize + 1)
            let shown = Array(rows.prefix(Self.patientPageSize))
            return PatientsPage(
                rows: shown, next: rows.count > shown.count ? shown.last?.key : nil,
                surroundings: try Surroundings(store, isLoopback: isLoopback))
        }
        try await house.record("patient.list", page.rows.map(\.id.rawValue), by: fact.caller, input)
        return page
    }

    private var reader: Identifier<Person> { fact.caller.person.id }
    private var desk: SearchDesk { SearchDesk(store: house.store, clock: house.clock) }
}

extension Grant where P == SeePatient {
    /// Demands shown of one patient.
    static var mostRequests: Int { 100 }

    /// The patient, with what their structure asked about them.
    public func open(_ input: Input) async throws -> PatientFile {
        let (patient, reader, isLoopback) = (fact.patient, fact.caller.person.id, house.isLoopback)
        let file = try await house.store.read { store in
            PatientFile(
                patient: patient, rows: try store.requests(about: patient.id, of: reader, limit: Self.mostRequests),
                surroundings: try Surroundings(store, isLoopback: isLoopback))
        }
        let shown = [patient.id.rawValue] + file.rows.map(\.id.rawValue)
        try await house.record("patient.view", shown, by: fact.caller, input)
        return file
    }
}

extension House {
    /// One entry for what was shown of patients: how many lines, and a commitment to which.
    fileprivate func record(_ action: String, _ shown: [String], by caller: Caller, _ input: Input) async throws {
        let entry = recorder.entry(
            action, at: clock.now(), by: caller.person, from: input.client, content: shown.joined(separator: " "),
            detail: ["lines": String(shown.count)])
        try await store.write { try $0.append(entry) }
    }
}
