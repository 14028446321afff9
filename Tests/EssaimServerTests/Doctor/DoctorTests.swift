import EssaimDomain
import EssaimTestSupport
import EssaimWorkflow
import Foundation
import Testing

@testable import EssaimServer

/// What the operator is told of a server that serves.
@Suite struct DoctorTests {
    private func findings(
        _ town: ServedTown, _ change: (inout ServerConfiguration) -> Void = { _ in }
    ) async -> [String: Finding] {
        var configuration = town.server.configuration
        change(&configuration)
        let all = await Doctor(configuration, clock: town.clock).run()
        return Dictionary(all.map { ($0.subject, $0) }) { $1 }
    }

    @Test func `beside a serving server it looks, and changes nothing`() async throws {
        try await ServedTown.open { town in
            _ = try await town.server.checkMasterKeys()
            _ = try await town.browser(of: .asker).sentDemand()
            let before = try town.ledger.dumpAll()
            let found = await findings(town)
            #expect(try town.ledger.dumpAll() == before)
            #expect(found["base"]?.level == .good && found["horloge"]?.level == .good)
            #expect(found["dossier des clés"]?.level == .good && found["hébergement"]?.level == .good)
            #expect(found["sauvegarde"]?.level == .wrong && found["antivirus"]?.level == .look)
        }
    }

    @Test func `a clock set back, or that jumped, is said`() async throws {
        try await ServedTown.open { town in
            _ = try await town.browser(of: .asker).sentDemand()
            town.clock.advance(by: .seconds(-3600))
            let behind = await findings(town)["horloge"]
            #expect(behind?.level == .wrong && behind?.found.contains("1\u{A0}h") == true)
            town.clock.advance(by: .hours(24 * 60))
            #expect(await findings(town)["horloge"]?.level == .look)
        }
    }

    @Test func `keys that are missing, and a paper that was never made`() async throws {
        try await ServedTown.open { town in
            _ = try await town.server.checkMasterKeys()
            #expect(await findings(town)["clés maîtresses"]?.level == .look)
            _ = try MasterKeyPaper.escrow(town.server.configuration)
            #expect(await findings(town)["clés maîtresses"]?.level == .good)
            let elsewhere = await findings(town) { $0.attachments.masterKeys = town.folder + "/none" }
            #expect(elsewhere["clés maîtresses"]?.level == .wrong)
            #expect(!FileManager.default.fileExists(atPath: town.folder + "/none"), "none is drawn")
        }
    }

    @Test func `a folder that others may read is a fault`() async throws {
        try await ServedTown.open { town in
            #expect(chmod(town.folder, 0o755) == 0)
            let found = await findings(town)["dossier de données"]
            #expect(found?.level == .wrong && found?.advice?.hasPrefix("chmod 700") == true)
        }
    }

    @Test func `the age of the last backup, the server's own or the command's`() async throws {
        try await BackedUpTown.with { backed in
            let town = backed.town
            try BackupNotes(town.server.configuration).leave(backed.receipt)
            let made = await findings(town) { $0.backup.folder = backed.folder }
            #expect(made["sauvegarde"]?.level == .good)
            #expect(await findings(town)["sauvegarde"]?.level == .look, "none is made by itself")
            town.clock.advance(by: .hours(49))
            #expect(await findings(town)["sauvegarde"]?.level == .wrong)
        }
    }

    @Test(arguments: [
        (free: 500_000_000, percent: 50, level: Finding.Level.wrong), (2_000_000_000, 5, .look),
        (20_000_000_000, 40, .good),
    ])
    func `room that is left`(free: Int, percent: Int, level: Finding.Level) {
        #expect(Doctor.room(free: free, percent: percent).level == level)
    }

    @Test func `the host is to be named beyond this machine`() async throws {
        let environment = ["ESSAIM_PUBLIC_URL": "https://essaim.exemple.fr"]
        var configuration = try await ServerConfiguration.load(folder: "/none", port: nil, environment: environment)
        func level() async -> Finding.Level? {
            await Doctor(configuration).run().first { $0.subject == "hébergement" }?.level
        }
        #expect(await level() == .look)
        configuration.hosting = "Hébergeur certifié, contrat 4711"
        #expect(await level() == .good)
    }
}
