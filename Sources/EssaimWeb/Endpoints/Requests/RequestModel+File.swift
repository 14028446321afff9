import EssaimDomain
import EssaimGate
import EssaimWorkflow

extension RequestModel {
    init(_ file: RequestFile, _ page: PageMaking) {
        let request = file.request
        let id = request.id.rawValue
        let ending = file.thread.last { $0.action == .decline || $0.action == .cancel }
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
            actions: ActionForm.all(file, page), reply: writesAnswer ? .reply(id) : nil,
            history: file.history.map { entry in
                HistoryLine(
                    at: entry.at, who: file.person(entry.person)?.shownName ?? "Essaim", what: entry.words)
            })
    }
}

extension RequestModel.Advice {
    init(_ answer: Answer, _ file: RequestFile) {
        let expert = file.person(answer.expert)?.shownName ?? ""
        let senior = file.person(answer.validatedBy).map { ", validé par \($0.shownName)" } ?? ""
        self.init(
            expert: expert + senior, at: answer.sentAt, version: answer.version, text: answer.content.text,
            orientation: answer.content.orientation ?? .managedRemotely, limits: answer.content.limits,
            seeBefore: answer.content.seeBefore.map(French.date) ?? "", reason: answer.reason)
    }
}

extension HistoryEntry {
    /// « a ouvert la demande ».
    fileprivate var words: String {
        let name = action.split(separator: ".").last.map(String.init) ?? ""
        let what =
            switch name {
            case "open": "a ouvert un brouillon"
            case "view": "a lu la demande"
            default: Action(rawValue: name)?.words.past ?? name
            }
        return outcome == "refused" ? "(refusé) \(what)" : what
    }
}
