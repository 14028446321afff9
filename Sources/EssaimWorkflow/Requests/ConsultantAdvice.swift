import EssaimDomain

extension RequestDesk {
    /// The last day on which an *avis ponctuel de consultant* may be billed: the patient of a téléexpertise that the médecin
    /// traitant asked has to be seen after all. Nil when nothing says that it was so.
    public func lastConsultantAdvice(after request: AdviceRequest, in local: LocalTime) -> CivilDate? {
        guard request.kind == .teleexpertise, request.content.treatingDoctor == .requester, request.visit != nil,
            let answeredAt = request.answers.first?.sentAt
        else { return nil }
        return billing.lastDayForConsultantAdvice(answeredOn: local.date(at: answeredAt))
    }
}
