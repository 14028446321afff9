import EssaimDomain
import EssaimGate
import EssaimWorkflow

extension RequestModel {
    init(_ file: RequestFile, _ page: PageMaking, faults: [FieldFault] = []) {
        let request = file.request
        let id = request.id.rawValue
        let ending = file.thread.last { [.decline, .cancel, .redirect, .refuseOrientation].contains($0.action) }
        let newest = file.reports.map(\.version).max()
        let writesAnswer = file.actions.contains(.draftAnswer) || file.actions.contains(.validate)
        self.init(
            id: id, content: Content(file, page), advice: request.lastAnswer.map { Advice($0, file) },
            ending: request.state == .declined || request.state == .cancelled ? ending?.text ?? "" : "",
            reports: file.reports.map { report in
                Report(
                    version: report.version, path: .report(id, version: report.version), issuedAt: report.issuedAt,
                    isReplaced: report.version != newest)
            },
            receipt: newest.map { _ in .receipt(id, number: request.number.rawValue) },
            acts: file.acts.map { act in
                Act(
                    code: act.code ?? "Aucun acte", amount: act.code == nil ? "" : French.euros(cents: act.amountCents),
                    professional: file.person(act.professional)?.shownName ?? "", note: act.note)
            },
            quotas: file.quotas, reception: ReceptionModel(file, page),
            doors: file.actions.contains(.passOn) ? file.otherDoors : [], visit: request.visit,
            visitPath: file.actions.isDisjoint(with: Action.ofVisits) ? nil : .visit(id),
            apc: file.consultantAdviceUntil.map {
                "Avis ponctuel de consultant possible jusqu’au \(French.date($0))."
            } ?? "",
            actions: ActionForm.all(file, page),
            slots: file.actions.contains(.attach) ? PhotoSlotModel.all(file, page, faults: faults) : [],
            dossier: [.dossier(id, as: "pdf"), .dossier(id, as: "zip")], record: RecordBox(file, page),
            links: file.beside.links.map(Near.init), reply: writesAnswer ? .reply(id) : nil,
            replyTitle: file.actions.contains(.validate) ? "Relire et valider l’avis" : "Écrire votre avis",
            trail: file.isEmergency ? nil : .trail(id),
            emergencies: file.emergencies.filter { page.clock.now - $0.at < EmergencyAccess.noticeLasts }
                .map { Emergency(who: file.person($0.person)?.shownName ?? "", at: $0.at) },
            care: Care(file, page.clock), why: Why(file, page.clock), emergencyUntil: file.ownEmergency?.endsAt)
    }
}

extension RequestModel.Advice {
    init(_ answer: Answer, _ file: RequestFile) {
        let expert = file.person(answer.expert)?.shownName ?? ""
        let senior = file.person(answer.validatedBy).map { ", validé par \($0.shownName)" } ?? ""
        self.init(
            expert: expert + senior, at: answer.sentAt, version: answer.version, text: answer.content.text,
            orientation: answer.content.orientation ?? .managedRemotely, limits: answer.content.limits,
            seeBefore: answer.content.seeBefore.map(French.date) ?? "", gravity: answer.content.gravity,
            reason: answer.reason)
    }
}
