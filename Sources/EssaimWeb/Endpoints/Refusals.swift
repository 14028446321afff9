import EssaimDomain

extension FaultModel {
    /// A refusal in words: what, why, what to do. The one table from refusals to pages.
    init(_ refusal: Refusal, back: SitePath) {
        let link = PageFrame.Link(title: "Revenir à la demande", path: back)
        switch refusal {
        case .notNow(let state):
            self.init(
                title: "Ce n’est plus possible maintenant", why: Self.now(state),
                whatToDo: "Rouvrez la demande : elle montre où elle en est et ce que vous pouvez faire.", link: link)
        case .lineClosed:
            self.init(
                title: "Cette ligne ne reçoit pas la demande",
                why: "Elle est en pause, pas encore ouverte, ou ne reçoit pas votre profession.",
                whatToDo: "Choisissez une autre ligne, ou appelez la coordination du réseau.", link: link)
        case .noPool:
            self.init(
                title: "Personne ne répond ici", why: "Aucun spécialiste ne répond à cette ligne dans ce secteur.",
                whatToDo: "Choisissez une autre ligne, ou appelez la coordination du réseau.", link: link)
        case .lineOpensTooLate:
            self.init(
                title: "La ligne ouvre trop tard", why: "Aucune réponse ne peut être promise dans ce délai.",
                whatToDo: "Appelez la ligne, ou le 15 en cas de danger.", link: link)
        case .keyReused:
            self.init(
                title: "Ce formulaire a déjà servi", why: "Il a été envoyé une première fois, pour autre chose.",
                whatToDo: "Rouvrez la demande et recommencez.", link: link)
        case .faults(let faults):
            self.init(
                title: "Il manque quelque chose", why: faults.map(\.message).joined(separator: " "),
                whatToDo: "Revenez en arrière : ce que vous avez écrit y est encore.", link: link)
        case .notFound, .stale, .redFlags:
            self.init(
                title: "La demande a changé", why: "Quelqu’un l’a modifiée pendant que vous l’aviez sous les yeux.",
                whatToDo: "Rouvrez la demande, puis recommencez.", link: link)
        }
    }

    private static func now(_ state: RequestState) -> String {
        switch state {
        case .draft: "La demande n’est pas encore envoyée."
        case .submitted: "La demande est de nouveau à prendre."
        case .taken: "Un expert vient de prendre cette demande."
        case .awaitingInformation: "L’expert attend une précision du demandeur."
        case .answered: "L’avis est déjà envoyé."
        case .closed: "La demande est close."
        case .declined: "La demande a été déclinée."
        case .cancelled: "La demande a été annulée par le demandeur."
        }
    }
}
