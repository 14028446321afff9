import EssaimDomain
import EssaimGate
import EssaimWorkflow

extension RequestModel.Content {
    /// The demand as sent, for whoever may read it.
    init(_ file: RequestFile, _ page: PageMaking) {
        let request = file.request
        let content = request.content
        let lines = file.form?.lines(of: content.form) ?? []
        self.init(
            number: request.number.shown, line: file.offer?.title ?? "", zone: file.zone?.name ?? "",
            patient: file.patient.map { PatientBannerModel($0.traits, $0.ins, page.clock) } ?? .unknown,
            deadline: DeadlineModel(file, at: page.clock.now), status: StatusModel(file, page),
            sentAt: request.submittedAt,
            asker: Self.asker(file),
            wish: content.wish, question: content.question, context: content.context, treatments: content.treatments,
            answers: lines.map {
                AnsweredItem(label: $0.label, value: $0.text, group: $0.group, matters: $0.matters)
            },
            photos: PhotoModel.all(file, page), id: request.id.rawValue, trace: page.trace ?? "",
            earlier: EarlierPhotos.all(file, page),
            photographsImpossible: content.photographsImpossible,
            consent: request.consent.map {
                "Accord donné par \($0.giver.word), \($0.means.word), le \(page.clock.date($0.at))"
            }
                ?? "",
            treatingDoctor: content.treatingDoctor.words, isInpatient: content.isInpatient,
            residence: content.residence ?? "", thread: ThreadModel(file, page),
            archivedOn: file.archivedAt.map { page.clock.date($0) } ?? "")
    }
}

extension RequestModel.Content {
    /// Who asks, from where; of a call, who called, known or as typed.
    fileprivate static func asker(_ file: RequestFile) -> String {
        if let phone = file.request.phone, !phone.caller.isEmpty { return "\(phone.caller), par téléphone" }
        let asker = file.person(file.request.requester)
        return [
            asker?.shownName ?? "", asker?.professionWords ?? "",
            "\(file.structure.name), \(file.structure.communeName)", file.request.phone == nil ? "" : "par téléphone",
            file.request.author == file.request.requester
                ? "" : file.person(file.request.author).map { "saisi par \($0.shownName)" } ?? "",
            file.request.content.origin.flatMap { $0 == .direct ? nil : "origine\u{A0}: \($0.word)" } ?? "",
        ].filter { !$0.isEmpty }.joined(separator: ", ")
    }
}

extension PatientBannerModel {
    /// Stands where a row is missing: said, never guessed.
    static let unknown = PatientBannerModel(
        givenName: "", usedName: nil, birthName: "Patient inconnu", birthDate: "", age: "", sex: .unknown)
}

extension DeadlineModel {
    init(_ file: RequestFile, at now: Instant) {
        let request = file.request
        let running: Clock
        switch (request.state, request.clock) {
        case (_, nil), (.draft, _), (.cancelled, _): running = .none
        case (.submitted, let clock?), (.taken, let clock?): running = .running(due: clock.dueAt)
        case (.awaitingInformation, let clock?): running = .paused(left: clock.remaining(at: now, in: file.localTime))
        case (_, let clock?):
            running = request.answeredAt.map { .stopped(at: $0, due: clock.dueAt) } ?? .none
        }
        self.init(urgency: request.content.urgency, clock: running)
    }
}

extension StatusModel {
    /// The state, who has the next step, and until when.
    init(_ file: RequestFile, _ page: PageMaking) {
        let request = file.request
        let actions = file.actions
        let holder = file.person(request.holder)?.shownName ?? "L’expert"
        let asker = file.person(request.requester)?.shownName ?? file.structure.name
        switch request.state {
        case .submitted where request.awaitsTriage:
            let mine = actions.contains(.passOn)
            self.init(
                state: .submitted, next: mine ? "À vous" : "La régulation",
                step: mine ? "de la trier" : "la lit avant de la transmettre", until: request.clock?.dueAt,
                isYours: mine)
        case .submitted where request.kind == .orientation:
            let mine = actions.contains(.acceptOrientation)
            self.init(
                state: .submitted, next: mine ? "À vous" : file.pool?.name ?? "La ligne",
                step: mine ? "d’accepter ce patient ou non" : "doit dire si elle prend le patient",
                until: request.clock?.dueAt, isYours: mine)
        case .submitted:
            let mine = actions.contains(.take)
            self.init(
                state: .submitted, next: mine ? "À vous" : file.pool?.name ?? "Les experts",
                step: mine ? "de la prendre, ou à un collègue" : "doit la prendre", until: request.clock?.dueAt,
                isYours: mine)
        case .taken:
            let mine = actions.contains(.draftAnswer)
            let waits = request.lead?.state == .awaitingValidation
            self.init(
                state: .taken, next: mine ? "À vous" : waits ? "Un sénior" : holder,
                step: mine ? "de répondre" : waits ? "doit valider" : "doit répondre", until: request.clock?.dueAt,
                isYours: mine)
        case .awaitingInformation:
            let mine = actions.contains(.giveInformation)
            self.init(
                state: .awaitingInformation, next: mine ? "À vous" : asker,
                step: mine ? "de préciser" : "doit préciser",
                isYours: mine)
        case .answered:
            let mine = actions.contains(.recordPatientTold) || actions.contains(.close)
            let step = request.isUnread ? "lire l’avis" : "dire ce qu’il est devenu"
            self.init(
                state: .answered, next: mine ? "À vous" : asker, step: mine ? "de \(step)" : "doit \(step)",
                isYours: mine, isUnread: request.isUnread, unreadSince: request.lateSince(page.clock.now))
        default:
            self.init(
                state: request.state, isUnread: request.isUnread, unreadSince: request.lateSince(page.clock.now))
        }
    }
}

extension AdviceRequest {
    /// Since when it is unread, once that is too long.
    fileprivate func lateSince(_ now: Instant) -> Instant? {
        readDueAt.flatMap { $0 <= now ? unreadSince : nil }
    }
}

extension ThreadModel {
    /// What was said stands as messages; what happened, as events between them.
    init(_ file: RequestFile, _ page: PageMaking) {
        let me = page.visitor.caller?.person.id
        self.init(
            items: file.thread.map { entry in
                let who = file.person(entry.author)?.shownName ?? "Essaim"
                let words = entry.action.words
                if words.isMessage, !entry.text.isEmpty {
                    return .message(
                        Message(
                            at: entry.at, author: who, act: words.past, text: entry.text, isMine: entry.author == me))
                }
                return .event(Event(at: entry.at, text: "\(who) \(words.past)"))
            })
    }
}

extension Action {
    /// « Dr Le Goff *a pris la demande* ».
    var words: (past: String, isMessage: Bool) {
        switch self {
        case .edit: ("a modifié le brouillon", false)
        case .attach: ("a joint une photo", false)
        case .detach: ("a ôté une photo", false)
        case .discard: ("a supprimé le brouillon", false)
        case .submit: ("a envoyé la demande", false)
        case .add: ("a ajouté", true)
        case .cancel: ("a annulé la demande", true)
        case .giveInformation: ("précise", true)
        case .withdrawAttachment: ("a retiré une photo", true)
        case .correctIdentity: ("a corrigé l’identité du patient", true)
        case .read: ("a lu la réponse", false)
        case .followUp: ("demande encore", true)
        case .recordPatientTold: ("a informé le patient", false)
        case .close: ("a clos la demande", true)
        case .addFact: ("ajoute un fait nouveau", true)
        case .copy: ("a copié la demande dans un brouillon", false)
        case .take: ("a pris la demande", false)
        case .setAside: ("laisse la demande à ses collègues", false)
        case .release: ("a remis la demande à prendre", true)
        case .askInformation: ("demande une précision", true)
        case .draftAnswer: ("a enregistré son brouillon", false)
        case .answer: ("a envoyé son avis", false)
        case .submitForValidation: ("a soumis son avis au sénior", false)
        case .validate: ("a validé l’avis", false)
        case .decline: ("a décliné la demande", true)
        case .openLinked: ("a ouvert une demande liée", true)
        case .proposeAppointment: ("propose un rendez-vous", true)
        case .proposeCall: ("propose un appel", true)
        case .amend: ("a amendé son avis", true)
        case .erratum: ("publie un erratum", true)
        case .bookVisit: ("a noté un rendez-vous", true)
        case .recordSeen: ("a noté que le patient a été vu", true)
        case .recordMissed: ("a noté que le patient n’est pas venu", false)
        case .recordUnreachable: ("n’a pas pu joindre le patient", true)
        case .endVisit: ("a noté qu’il n’est plus nécessaire de voir le patient", true)
        case .acceptOrientation: ("a accepté le patient", true)
        case .refuseOrientation: ("ne peut pas recevoir le patient", true)
        case .claimTriage: ("trie la demande", false)
        case .leaveTriage: ("ne trie plus la demande", false)
        case .passOn: ("a transmis la demande à son équipe", false)
        case .askBack: ("demande un complément", true)
        case .redirect: ("a dirigé la demande ailleurs", true)
        case .group: ("a regroupé la demande avec d’autres", false)
        case .ungroup: ("a séparé la demande de son groupe", false)
        case .assign: ("a proposé la demande à un expert", false)
        case .reassign: ("a réattribué la demande", false)
        case .reorient: ("a réorienté la demande", true)
        case .changeUrgency: ("a changé l’urgence", true)
        case .raiseUrgency: ("a relevé l’urgence", true)
        case .remind: ("a relancé", false)
        case .widen: ("a élargi la demande au secteur voisin", false)
        case .handOver: ("a remis la demande à prendre", false)
        case .escalate: ("a alerté la coordination", false)
        case .archiveUnclosed: ("a archivé la demande\u{A0}: boucle non fermée", false)
        }
    }
}
