import EssaimDocuments
import EssaimDomain
import EssaimWeb
import EssaimWorkflow

/// Issues the report of an answer after its commit: reads the demand in one snapshot, renders, keeps the bytes. A version
/// that is already kept stays: bytes are never rendered again.
struct ReportIssuing: JobHandler {
    let store: any Store
    let forms: FormLibrary
    let clock: any WallClock

    func perform(_ job: Job) async throws {
        let now = clock.now()
        let (forms, id, version, answer) = (forms, job.request, job.version, job.answer)
        let report = try await store.read { reader -> ConsultationReport? in
            guard try reader.report(of: id, version: version) == nil else { return nil }
            return try ReportContent(reader, id, answer: answer, forms: forms, issuedAt: now).report(version: version)
        }
        guard let report else { return }
        let bytes = try report.rendered()
        try await store.write { try $0.keep(IssuedReport(request: id, version: version, issuedAt: now, bytes: bytes)) }
    }
}
