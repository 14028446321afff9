import EssaimDomain
import EssaimGate

extension ReceptionModel {
    /// Nil when no line is asked to receive the patient: of an answer, or of a demand that asks it of its own line.
    init?(_ file: RequestFile, _ page: PageMaking) {
        let request = file.request
        let isYours = file.actions.contains(.acceptOrientation)
        if let reception = request.reception {
            let offer = file.network.offer(reception.route.offer)?.title ?? "La ligne nommée"
            let zone = file.network.zone(reception.route.zone)?.name ?? ""
            self.init(
                line: [offer, zone].filter { !$0.isEmpty }.joined(separator: ", "), outcome: reception.outcome,
                at: reception.at ?? reception.askedAt, who: file.person(reception.by)?.shownName ?? "la ligne",
                isYours: isYours)
        } else if request.kind == .orientation, request.state.isOpen, let sentAt = request.submittedAt {
            self.init(line: file.offer?.title ?? "La ligne", outcome: .awaited, at: sentAt, isYours: isYours)
        } else {
            return nil
        }
    }
}
