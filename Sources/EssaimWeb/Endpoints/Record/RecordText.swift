import EssaimDomain
import EssaimGate
import EssaimWorkflow

/// A demand and its answers as a plain text, in the order in which a record is read: for a professional's own software.
struct RecordText {
    private let copy: RecordFile
    private let file: RequestFile
    private let clock: PageClock

    init(_ copy: RecordFile, _ clock: PageClock) {
        self.copy = copy
        file = copy.file
        self.clock = clock
    }

    var text: String {
        let parts = [head, asked, form, exchanges, advice, followed, acts, foot]
        return PlainText.of(parts.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n"))
    }

    private var request: AdviceRequest { file.request }

    private var head: [String] {
        let what = request.kind == .orientation ? "Demande d’orientation" : "Téléexpertise"
        return [
            "\(what) \(request.number.shown), \(file.network.name)",
            line(
                "Ligne",
                [file.offer?.title ?? "", file.pool?.name ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")),
            line("Patient", patient),
            line("Demandé par", professional(request.requester, at: file.structure)),
            line("Saisi par", request.author == request.requester ? "" : name(request.author)),
            line("Envoyée", request.submittedAt.map(clock.exact)),
            line("Délai demandé", request.content.urgency.word),
        ].compactMap(\.self)
    }

    private var patient: String? {
        guard let traits = file.patient?.traits else { return nil }
        let used = traits.usedFamilyName.map { ", nom utilisé \($0)" } ?? ""
        let sex = traits.sex == .female ? "F" : traits.sex == .male ? "M" : "sexe inconnu"
        return "\(traits.birthFamilyName) \(traits.firstGivenName)\(used), \(sex), \(traits.birthDate.french)"
    }

    private var asked: [String] {
        let content = request.content
        return [
            "QUESTION", content.question, line("Contexte", content.context),
            line("Traitements et allergies", content.treatments), line("Souhait", content.wish.word),
            line("Médecin traitant", content.treatingDoctor.words), line("Accord du patient", consent),
            line("Fichiers joints", French.list(file.photographs.map(\.name))),
        ].compactMap(\.self)
    }

    private var consent: String? {
        request.consent.map { consent in
            "donné par \(consent.giver.word), \(consent.means.word), recueilli par \(name(consent.collectedBy)), "
                + clock.exact(consent.at)
        }
    }

    private var form: [String] {
        let lines = (file.form?.lines(of: request.content.form) ?? []).compactMap { line($0.label, $0.text) }
        return lines.isEmpty ? [] : ["FORMULAIRE"] + lines
    }

    /// What was said between the two, what was withdrawn or declined: not the steps in between.
    private var exchanges: [String] {
        let said = file.thread.filter { $0.action.words.isMessage && !$0.text.isEmpty }
        let lines = said.map { "- \(clock.exact($0.at)), \(name($0.author)) \($0.action.words.past) : \($0.text)" }
        return lines.isEmpty ? [] : ["ÉCHANGES"] + lines
    }

    private var advice: [String] {
        guard let answer = request.lastAnswer else { return [] }
        let isNewer = answer.version > 1
        return [
            isNewer ? "AVIS, version \(answer.version), annule et remplace la précédente" : "AVIS",
            line("Répondu par", professional(answer.expert, at: copy.offices[answer.expert])),
            answer.validatedBy.flatMap { line("Validé par", professional($0, at: copy.offices[$0])) },
            line("Envoyé", clock.exact(answer.sentAt)),
            line("Orientation", answer.content.orientation?.word),
            line("Gravité", answer.content.gravity?.word),
            line("À voir avant le", answer.content.seeBefore.map(French.date)),
            line("Conduite à tenir", answer.content.text), line("Limites", answer.content.limits),
            line("Motif de la nouvelle version", answer.reason),
        ].compactMap(\.self)
    }

    private var followed: [String] {
        let incidents = file.beside.incidents.map { "Incident technique signalé, \(clock.exact($0.at))" }
        let visit = request.visit
        let lines =
            [
                line(
                    "Rendez-vous",
                    visit?.appointment.map { "\(clock.exact($0.at)), \($0.place), avec \($0.with)" }),
                line("Patient vu le", visit?.seenOn.map(French.date)),
                line("Patient informé", request.loop.patientToldAt.map(clock.exact)),
            ].compactMap(\.self) + incidents
        return lines.isEmpty ? [] : ["SUITE"] + lines
    }

    /// The reader's own, and nobody else's.
    private var acts: [String] {
        let own = file.acts.filter { $0.professional == copy.reader }.compactMap { act in
            act.code.map { "- \($0), \(French.euros(cents: act.amountCents)), \(clock.date(act.performedAt))" }
        }
        return own.isEmpty ? [] : ["VOTRE ACTE"] + own
    }

    private var foot: [String] { ["Copié d’Essaim, \(clock.exact(clock.now))"] }

    private func line(_ label: String, _ value: String?) -> String? {
        guard let value, !value.isEmpty else { return nil }
        return "\(label) : \(value)"
    }

    private func name(_ id: Identifier<Person>?) -> String { file.person(id)?.shownName ?? "Essaim" }

    private func professional(_ id: Identifier<Person>, at place: Structure?) -> String {
        let person = file.person(id)
        return [
            name(id), person?.professionWords ?? "", person?.rpps.map { "RPPS \($0.rawValue)" } ?? "",
            place.map { "\($0.name), \($0.communeName)" } ?? "",
        ].filter { !$0.isEmpty }.joined(separator: ", ")
    }
}
