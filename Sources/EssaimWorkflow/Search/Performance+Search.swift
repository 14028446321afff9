import EssaimDomain

extension Performance {
    /// Keeps the index in the transaction of the change: what was acknowledged is found, and under its present state.
    func index(_ request: AdviceRequest, since before: AdviceRequest) throws {
        guard let marks = SearchDocument.marks(of: request) else { return }
        let isNew = before.submittedAt == nil || before.patient != request.patient
        if isNew, let document = try SearchDocument(request, tx) {
            try tx.index(document)
        } else if marks != SearchDocument.marks(of: before) {
            try tx.mark(request.id, as: marks)
        }
    }
}
