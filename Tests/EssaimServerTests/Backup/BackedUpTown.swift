import EssaimDomain
import EssaimMedia
import EssaimPostgres
import EssaimTestSupport
import EssaimWorkflow
import Foundation
import Hummingbird
import HummingbirdTesting

@testable import EssaimServer

/// A town with a demand, its photograph and a journal that is signed; a backup of it; a place where there is nothing.
struct BackedUpTown: Sendable {
    let town: ServedTown
    /// A demand that was sent, with one photograph.
    let demand: String
    let photo: String
    /// Holds `backups`, and whatever a test puts beside it.
    let folder: String
    let receipt: BackupReceipt

    var file: String { receipt.path }
    /// Where nothing stands yet.
    var elsewhere: String { folder + "/elsewhere" }

    static func with(_ work: @escaping @Sendable (BackedUpTown) async throws -> Void) async throws {
        try await ServedTown.open { town in
            try await TemporaryFolder.with { folder throws in
                let asker = try await town.browser(of: .asker)
                let draft = try await asker.preparedDraft(Typed.complete)
                _ = try await asker.put(UploadTests.bytes, to: UploadTests.path(draft))
                _ = try await asker.sendDraft(draft)
                let row = try await town.server.store.read { try $0.attachments(of: Identifier(draft)) }[0]
                _ = try await town.server.checkMasterKeys()
                try await town.signJournal()
                let receipt = try await BackupMaking(town.server.configuration, clock: town.clock)
                    .run(to: folder + "/backups")
                try await work(
                    BackedUpTown(
                        town: town, demand: draft, photo: "/demandes/\(draft)/photos/\(row.id)", folder: folder,
                        receipt: receipt))
            }
        }
    }

    /// The keys on paper.
    var sheet: String { get throws { try MasterKeyPaper.escrow(town.server.configuration) } }

    /// A server of another machine: its folder and its keys' folder hold nothing.
    func target(database: String? = nil) async throws -> ServerConfiguration {
        var target = try await ServerConfiguration.load(
            folder: elsewhere, port: nil, database: database,
            environment: ["ESSAIM_PUBLIC_URL": "http://localhost"])
        target.database?.connections = 3
        target.attachments.masterKeys = folder + "/elsewhere.keys"
        return target
    }

    /// Puts a file back from paper and looks for what is left when it cannot be.
    func restore(_ path: String? = nil, against: [HeldNote] = [], acceptsOlder: Bool = false) async throws
        -> RestoreReceipt
    {
        let request = RestoreRequest(
            file: path ?? file, escrow: try sheet, against: against, acceptsOlder: acceptsOlder)
        return try await BackupRestoring(request, to: try await target(), clock: town.clock).run()
    }

    /// Nothing stands where it would have been put back, keys neither.
    var isNothingThere: Bool {
        !FileManager.default.fileExists(atPath: elsewhere)
            && !FileManager.default.fileExists(atPath: elsewhere + ".keys")
    }

    /// The backup with other bytes, as a file of its own.
    func changed(_ change: (inout Data) -> Void) throws -> String {
        var bytes = try Data(contentsOf: URL(fileURLWithPath: file))
        change(&bytes)
        let path = folder + "/changed.backup"
        try bytes.write(to: URL(fileURLWithPath: path))
        return path
    }
}

extension ServedTown {
    /// Numbers and signs what waits, as the server does within a second.
    func signJournal() async throws {
        _ = try await server.sequencer.numberAll()
        _ = try await server.signer.signOnce()
    }

    /// The journal's last signed head.
    func head() async throws -> HeldNote {
        let note = try await server.store.read { try $0.journalHead()?.checkpoint } ?? ""
        return try HeldNote(note, holder: "autre.exemple.fr")
    }
}

extension EssaimServer {
    /// Runs `visit` with a browser of someone at this house, which is closed afterwards.
    func visited(by person: Person, _ visit: @Sendable (Browser) async throws -> Void) async throws {
        let (token, csrf) = (SessionTokens().make(), SessionTokens().make())
        let now = clock.now()
        let session = Session(
            tokenHash: SessionTokens().hash(token), person: person.id, csrf: csrf, createdAt: now, lastSeenAt: now)
        try await store.write { try $0.insert(session) }
        try await Application(router: router()).test(.router) { client in
            try await visit(Browser(client, token: token, csrf: csrf))
        }
        try await close()
    }
}
