import EssaimDomain
import EssaimWorkflow

/// The images that the next demand shows first, fetched while the present one is answered (decision 0032).
public struct PreparedImages: Sendable {
    public let files: [Attachment]
    /// The entry on which they ride.
    public let trace: ViewTrace
}

extension Grant where P == SeeRequest {
    /// What a film shows at once.
    private static var mostPrepared: Int { 8 }

    /// Written before they leave, as *préparées*: the demand itself is not opened. They count among the patients that this
    /// person opened.
    /// - Returns: nil, nothing being written, when there is none, or when no more patients may be opened now.
    public func prepareImages(_ input: Input) async throws -> PreparedImages? {
        let (request, now) = (fact.request.id, house.clock.now())
        let relations = fact.caller.relations(to: fact.request)
        let shownAs = fact.isEmergency ? "emergency" : relations.map(\.rawValue).sorted().joined(separator: " ")
        let entry = house.recorder.entry(
            "request.prepare", at: now, by: fact.caller.person, from: input.client, as: relations,
            request: fact.request, detail: ["as": shownAs])
        let watch = ReadWatch(caller: fact.caller, request: fact.request, now: now)
        return try await house.store.write { tx in
            let files = try tx.attachments(of: request).filter { $0.isShown && $0.file.section(.thumbnail) != nil }
            guard !files.isEmpty, try watch.countIfRoom(tx) else { return nil }
            try tx.append(entry)
            return PreparedImages(files: Array(files.prefix(Self.mostPrepared)), trace: entry.id)
        }
    }
}
