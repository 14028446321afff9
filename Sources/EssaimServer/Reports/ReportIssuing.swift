import Crypto
import EssaimDocuments
import EssaimDomain
import EssaimWeb
import EssaimWorkflow

/// Issues the report of an answer after its commit, once the answer is sealed: reads the demand in one snapshot, renders,
/// keeps the bytes. A version that is already kept stays: bytes are never rendered again.
struct ReportIssuing: JobHandler {
    let store: any Store
    let forms: FormLibrary
    let clock: any WallClock
    let seal: SealedReceipts

    /// A journal that cannot be signed holds no report up longer than this; it then leaves without its code.
    static let patience = Duration.minutes(1)

    func perform(_ job: Job) async throws {
        let now = clock.now()
        let (id, version) = (job.request, job.version)
        guard try await store.read({ try $0.report(of: id, version: version) }) == nil else { return }
        let receipt = try await seal.receipt(of: id)
        if receipt == nil, now - job.runAt < Self.patience { throw JobPostponed(for: .milliseconds(500)) }
        let (forms, answer, origin) = (forms, job.answer, seal.origin)
        let report = try await store.read { reader in
            try ReportContent(reader, id, answer: answer, forms: forms, issuedAt: now)
                .report(version: version, receipt: receipt, origin: origin)
        }
        let bytes = try report.rendered()
        let recorder = HistoryRecorder()
        try await store.write { tx in
            guard try tx.report(of: id, version: version) == nil, let request = try tx.requestForJob(id) else { return }
            try tx.keep(IssuedReport(request: id, version: version, issuedAt: now, bytes: bytes))
            // The bytes as issued are committed to as well.
            try tx.append(
                recorder.entry(
                    "report.issue", at: now, by: nil, request: request,
                    detail: ["version": String(version), "sha256": HistoryRecorder.hex(SHA256.hash(data: bytes))]))
        }
    }
}

/// Receipts of demands, sealed first when they are not.
struct SealedReceipts: Sendable {
    let store: any Store
    let sequencer: JournalSequencer
    let signer: JournalSigner
    /// The site's address: where a telephone that reads a code is led.
    let origin: String

    /// Nil while another server is about to seal it, or when none can.
    func receipt(of request: Identifier<AdviceRequest>) async throws -> Receipt? {
        if let receipt = try await store.read({ try Receipt.of(request, $0) }) { return receipt }
        do {
            _ = try await sequencer.numberAll()
            try await signer.signOnce()
        } catch is JournalFault {
            return nil
        }
        return try await store.read { try Receipt.of(request, $0) }
    }
}
