import Assets
import EssaimDemonstration
import EssaimDomain
import EssaimFHIR
import EssaimNetworkFiles
import EssaimStorage
import EssaimTestSupport
import EssaimWorkflow
import Foundation
import Synchronization

/// A data folder on the engine of this run, filled or to be filled, gone after the test.
final class Folder: Sendable {
    private let database: TestDatabase
    private let engine: any StorageEngine
    let photos = MemoryPhotos()

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
        let form = try JSONDecoder().decode(
            FHIR.Questionnaire.self, from: asset(essaim_protocol_dermatology(), essaim_protocol_dermatology_count()))
        let billing = try JSONDecoder().decode(
            BillingRules.self, from: asset(essaim_billing_acts(), essaim_billing_acts_count()))
        let forms = FormLibrary([try ClinicalProtocol(form)])
        let text = try String(contentsOf: repository.appending(path: "networks/oncobreizh.yaml"), encoding: .utf8)
        let shipped = try NetworkFile.read(text, forms: forms.ids).get()
        return Demonstration(
            store: store, network: network ?? shipped, forms: forms, billing: billing, photos: photos, now: now)
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

/// Keeps the bytes as they come, under a number.
final class MemoryPhotos: PhotoRoom {
    private let kept = Mutex<[String: [UInt8]]>([:])

    func keep(_ bytes: [UInt8], named name: String?) async throws -> Result<KeptPhoto, PhotoRefusal> {
        let stored = UUID().uuidString
        kept.withLock { $0[stored] = bytes }
        return .success(
            KeptPhoto(
                storedAs: stored, mediaType: "image/jpeg", byteCount: bytes.count, width: 640, height: 480,
                capturedAt: nil))
    }

    func bytes(storedAs name: String) async throws -> [UInt8] { kept.withLock { $0[name] } ?? [] }
    func discard(storedAs name: String) async throws { kept.withLock { $0[name] = nil } }
    var all: [[UInt8]] { kept.withLock { Array($0.values) } }
}
