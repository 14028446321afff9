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
        return try found.compactMap { earlier in
            let files = try reader.attachments(of: earlier.id).filter(\.isShown)
            return files.isEmpty ? nil : EarlierRequest(request: earlier, files: files)
        }
    }
}
