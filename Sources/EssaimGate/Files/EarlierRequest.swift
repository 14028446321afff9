import EssaimDomain
import EssaimWorkflow

/// An earlier demand about the same patient, and its files. Opening one of them is written as a read of that demand.
public struct EarlierRequest: Sendable {
    public let request: AdviceRequest
    public let files: [Attachment]

    /// How far back one compares.
    private static let most = 3

    static func all(
        before request: AdviceRequest, for caller: Caller, _ reader: any StoreReader
    ) throws -> [EarlierRequest] {
        guard let patient = request.patient else { return [] }
        let found = try reader.requests(
            about: patient, before: request, visibleTo: caller.person.id, limit: most)
        let shown = try reader.attachments(ofAny: Set(found.map(\.id))).filter(\.isShown)
        let files = Dictionary(grouping: shown, by: \.request)
        return found.compactMap { earlier in files[earlier.id].map { EarlierRequest(request: earlier, files: $0) } }
    }
}
