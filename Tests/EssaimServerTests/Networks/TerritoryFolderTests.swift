import EssaimDomain
import EssaimWorkflow
import Foundation
import Logging
import Testing

@testable import EssaimServer

@Suite struct TerritoryFolderTests {
    private static let departements = "code,name,region_code,region\n22,Côtes-d'Armor,53,Bretagne\n"
    private static let communes = """
        code,type,name,departement,postal_codes,longitude,latitude,population
        22113,COM,Lannion,22,22300,-3.4567,48.7326,20000

        """
    private static let outlines = """
        {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"22","nom":"Côtes-d'Armor"},\
        "geometry":{"type":"Polygon","coordinates":[[[-3.7,48.0],[-1.9,48.0],[-1.9,48.9],[-3.7,48.9],[-3.7,48.0]]]}}]}
        """

    /// A folder of files to import and an empty data folder, gone afterwards.
    private func withFolders(
        _ communes: String = Self.communes, _ work: (_ source: String, _ own: TerritoryFolder) async throws -> Void
    ) async throws {
        let base = NSTemporaryDirectory() + "territory-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: base) }
        for name in ["source", "data"] {
            try FileManager.default.createDirectory(atPath: "\(base)/\(name)", withIntermediateDirectories: true)
        }
        for (name, text) in [
            ("communes.csv", communes), ("departements.csv", Self.departements),
            ("departements.geojson", Self.outlines),
        ] {
            try Data(text.utf8).write(to: URL(filePath: "\(base)/source/\(name)"))
        }
        try await work("\(base)/source", TerritoryFolder(dataFolder: "\(base)/data"))
    }

    @Test func `an imported territory is the server’s from its next start, until one goes back`() async throws {
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let lannion = try #require(INSEECommune(rawValue: "22113"))
        let rennes = try #require(INSEECommune(rawValue: "35238"))
        try await withFolders { source, own in
            #expect(own.room(logger: logger).contains(rennes))
            try own.take(from: source)
            let room = own.room(logger: logger)
            #expect(room.contains(lannion) && !room.contains(rennes))
            #expect(await room.territory().communes.count == 1)
            // Again over what is kept.
            try own.take(from: source)
            #expect(!own.room(logger: logger).contains(rennes))
            #expect(try own.forget())
            #expect(own.room(logger: logger).contains(rennes))
            #expect(try !own.forget())
        }
    }

    @Test func `files with a fault are refused with their line, and what was kept stays`() async throws {
        let wrong = Self.communes + "2211,COM,Ploumoguer,22,22300,,,\n"
        try await withFolders(wrong) { source, own in
            let fault = #expect(throws: TerritoryFolder.Fault.self) { try own.take(from: source) }
            guard case .faults(let lines) = fault else { return #expect(Bool(false), "\(String(describing: fault))") }
            #expect(lines.contains { $0.hasPrefix("communes.csv, ligne 3") }, "\(lines)")
            #expect(try !own.forget())
            try FileManager.default.removeItem(atPath: source + "/departements.csv")
            #expect(throws: TerritoryFolder.Fault.unreadable("departements.csv")) { try own.take(from: source) }
        }
    }

    @Test func `files spoilt since their import are said in the log, and the embedded ones stand in`() async throws {
        let log = RecordingLog()
        let rennes = try #require(INSEECommune(rawValue: "35238"))
        try await withFolders { source, own in
            try own.take(from: source)
            let kept = own.folder + "/territory/communes.csv"
            try Data("spoilt".utf8).write(to: URL(filePath: kept))
            #expect(own.room(logger: log.logger).contains(rennes))
            #expect(log.text.contains("imported territory"))
        }
    }
}
