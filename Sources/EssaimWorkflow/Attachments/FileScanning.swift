import EssaimDomain

/// Files that came while the virus scanner was away: looked into when it is back, then shown, or withdrawn.
public struct FileScanning: JobHandler {
    let desk: AttachmentDesk
    let bulletin: any Bulletin

    public init(desk: AttachmentDesk, bulletin: any Bulletin) {
        self.desk = desk
        self.bulletin = bulletin
    }

    static let pause = Duration.seconds(30)

    public func perform(_ job: Job) async throws {
        let id = job.request
        let waiting = try await desk.store.read { try $0.attachments(of: id) }
            .filter { $0.quarantinedAt != nil && $0.withdrawnAt == nil }
        for attachment in waiting {
            guard let whole = attachment.file.section(.full) else { continue }
            let outcome = await desk.scanner?.scan(try await desk.contents(of: attachment, whole)) ?? .clean
            if outcome == .away { throw JobPostponed(for: Self.pause) }
            try await settle(attachment, outcome)
        }
    }

    private func settle(_ attachment: Attachment, _ outcome: ScanOutcome) async throws {
        let (now, recorder) = (desk.clock.now(), HistoryRecorder())
        if case .infected(let found) = outcome { desk.log("waiting file refused by the virus scanner", found) }
        let request = try await desk.store.write { tx -> AdviceRequest? in
            guard let request = try tx.requestForJob(attachment.request) else { return nil }
            if outcome == .clean {
                try tx.release(attachment.id)
            } else {
                try tx.withdrawAttachment(attachment.id, at: now)
                let text = "\(attachment.name)\u{A0}: retiré par l’analyse antivirus."
                try tx.append(
                    ThreadEntry(id: .new(at: now), at: now, author: nil, action: .withdrawAttachment, text: text),
                    to: request.id)
            }
            try tx.append(
                recorder.entry(
                    "file.scan", at: now, by: nil, request: request,
                    detail: ["file": attachment.id.rawValue, "found": outcome == .clean ? "nothing" : "virus"]))
            return request
        }
        if let request { bulletin.post(.request(ChangedRequest(request, since: request))) }
    }
}
