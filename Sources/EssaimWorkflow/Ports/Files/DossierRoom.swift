import EssaimDomain

/// A demand's whole, to be printed, handed over or kept: made when it is asked for, and as it leaves.
public protocol DossierRoom: Sendable {
    /// Question, answers, what was said, images at print resolution, the list of files: one PDF.
    func pdf(of request: Identifier<AdviceRequest>) async throws -> ByteStream
    /// The same PDF, the reports as issued, and each clean file: one ZIP.
    func archive(of request: Identifier<AdviceRequest>) async throws -> ByteStream
}
