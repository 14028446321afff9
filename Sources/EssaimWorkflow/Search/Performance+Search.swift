import EssaimDomain

extension Performance {
    /// Keeps the index in the transaction of the change: what was acknowledged is found, and under its present state.
    /// - Parameter wasArchived: its words had left the index.
    func index(_ request: AdviceRequest, since before: AdviceRequest?, wasArchived: Bool = false) throws {
        guard let marks = SearchDocument.marks(of: request) else { return }
        let isNew = wasArchived || before?.submittedAt == nil || before?.patient != request.patient
        if isNew, let document = try SearchDocument(request, tx) {
            try tx.index(document)
        } else if marks != before.flatMap(SearchDocument.marks) {
            try tx.mark(request.id, as: marks)
        }
    }
}
