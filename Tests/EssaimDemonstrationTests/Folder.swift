import Assets
import EssaimDemonstration
import EssaimDomain
import EssaimFHIR
import EssaimNetworkFiles
import EssaimStorage
import EssaimTestSupport
import EssaimWorkflow
import Foundation

/// A data folder on the engine of this run, filled or to be filled, gone after the test.
final class Folder: Sendable {
    private let database: TestDatabase
    private let engine: any StorageEngine
    let vault = MemoryVault()

    var store: any Store { engine }

    init() async throws {
        database = try await TestDatabase()
        engine = try database.open()
    }

    deinit {
        try? engine.close()
        let database = database
        Task { await database.remove() }
    }

    func demonstration(at now: Instant, network: Network? = nil) throws -> Demonstration {
        let shipped = try (0..<essaim_protocols_count()).map { index in
            let data = asset(essaim_protocol(index), essaim_protocol_count(index))
            return try ClinicalProtocol(JSONDecoder().decode(FHIR.Questionnaire.self, from: data))
        }
        let billing = try JSONDecoder().decode(
            BillingRules.self, from: asset(essaim_billing_acts(), essaim_billing_acts_count()))
        let forms = FormLibrary(shipped.filter { $0.id == "dermatologie" })
        let text = try String(contentsOf: repository.appending(path: "networks/oncobreizh.yaml"), encoding: .utf8)
        let file = try NetworkFile.read(text, forms: forms.ids).get()
        let clock = ManualClock()
        let desk = RequestDesk(store: store, clock: clock, forms: forms, billing: billing)
        return Demonstration(
            store: store, network: network ?? file, forms: forms, billing: billing,
            files: .inMemory(store, clock: clock, vault: vault, requests: desk), now: now)
    }
}

/// The folder that holds `networks`, above the tests.
private var repository: URL {
    var folder = URL(filePath: #filePath).deletingLastPathComponent()
    while folder.path() != "/", !FileManager.default.fileExists(atPath: folder.appending(path: "networks").path()) {
        folder = folder.deletingLastPathComponent()
    }
    return folder
}

private func asset(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Data {
    Data(UnsafeBufferPointer(start: start, count: count))
}
