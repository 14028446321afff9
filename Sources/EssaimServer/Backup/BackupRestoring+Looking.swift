import Crypto
import EssaimDomain
import EssaimMedia
import EssaimWorkflow
import Foundation
import Logging
import TransparencyLog

extension BackupRestoring {
    /// Opens what was put back as a server would, and looks at all of it: schema, keys, journal, files.
    func look(
        _ header: BackupHeader, _ trailer: TrailerMark, older: HeldNote?, size: Int, _ lines: BackupLines
    ) async throws -> (verdict: JournalVerification.Verdict, opened: Int) {
        let logger = Logger(label: "essaim") { _ in SwiftLogNoOpLogHandler() }
        let server = try EssaimServer(target, clock: clock, logger: logger)
        do {
            _ = try await server.checkMasterKeys()
            let held =
                request.against.filter { $0.size <= size }.map { (note: $0.note, holder: $0.holder) }
                + [header.checkpoint].compactMap(\.self).map { (note: $0, holder: "la sauvegarde") }
            let verdict = try await JournalVerification(store: server.store, held: held).run()
            lines.say("Journal vérifié\u{A0}: \(verdict.size) inscriptions, \(verdict.root.base64)")
            let opened = try await open(request.sample, of: server, absent: Set(trailer.absent), lines)
            try await record(header, older: older, size: size, in: server)
            try await server.close()
            return (verdict, opened)
        } catch {
            try? await server.close()
            throw error
        }
    }

    /// What was put back, and what was known to be missing from it: the first entry of what follows.
    private func record(_ header: BackupHeader, older: HeldNote?, size: Int, in server: EssaimServer) async throws {
        var detail = [
            "made": String(header.madeAt.milliseconds), "essaim": header.essaim, "engine": header.engine,
            "size": String(size),
        ]
        if let older { (detail["held"], detail["holder"]) = (String(older.size), older.holder) }
        let action = older == nil ? "backup.restored" : "backup.olderAccepted"
        let entry = HistoryRecorder().entry(action, at: clock.now(), by: nil, detail: detail)
        try await server.store.write { try $0.append(entry) }
    }

    /// Opens files by their keys, in the order of their joining, and compares each with its digest.
    /// - Returns: how many were opened.
    private func open(
        _ sample: Int?, of server: EssaimServer, absent: Set<String>, _ lines: BackupLines
    ) async throws -> Int {
        guard sample != 0 else { return 0 }
        var (opened, last) = (0, Identifier<Attachment>?.none)
        while sample.map({ opened < $0 }) ?? true {
            let after = last
            let page = try await server.store.read { try $0.attachments(after: after, limit: 100) }
            guard let end = page.last else { break }
            for attachment in page where !absent.contains(attachment.file.storedAs) {
                guard sample.map({ opened < $0 }) ?? true else { break }
                try await open(attachment, of: server)
                opened += 1
                lines.tell(files: opened, of: max(opened, sample ?? opened))
            }
            last = end.id
        }
        return opened
    }

    private func open(_ attachment: Attachment, of server: EssaimServer) async throws {
        for section in attachment.file.sections {
            var hash = SHA256()
            do {
                for try await bytes in try await server.files.contents(of: attachment, section) {
                    hash.update(data: bytes)
                }
            } catch is VaultFault {
                throw RestoreFault.file(attachment.file.storedAs)
            }
            let isWhole = section.role == .full && !attachment.file.digest.isEmpty
            if isWhole, Array(hash.finalize()) != attachment.file.digest {
                throw RestoreFault.file(attachment.file.storedAs)
            }
        }
    }
}
