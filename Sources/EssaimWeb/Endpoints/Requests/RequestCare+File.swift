import EssaimDomain
import EssaimGate
import EssaimWorkflow

extension RequestModel.Care {
    /// What Essaim did while nobody answered, for whoever asked; nil when there is nothing to say.
    init?(_ file: RequestFile, _ clock: PageClock) {
        let answering: Set<Owed> = [.answer, .progress, .presence]
        let steps = file.steps.filter { answering.contains($0.key.owed) && !$0.isOvertaken && $0.isSaid }
            .sorted { ($0.doneAt, $0.strength) < ($1.doneAt, $1.strength) }
        let isOpen = file.request.state == .submitted || file.request.state == .taken
        guard isOpen, !steps.isEmpty || file.nextStepAt != nil else { return nil }
        let fallback = (file.offer.map(file.network.guarantee(of:)) ?? file.network.guarantee).fallback
        let isEscalated = steps.contains { $0.key.act == .escalate }
        self.init(
            done: steps.map { step in
                "\(Self.words(step, in: file.network)) le \(clock.exact(step.doneAt))"
            },
            next: file.nextStepAt.flatMap {
                $0 > clock.now ? "Sans réponse, prochaine étape le \(clock.exact($0))." : nil
            }
                ?? "",
            meanwhile: isEscalated ? fallback.meanwhile : "",
            phone: isEscalated ? (fallback.phone.isEmpty ? file.network.phone : fallback.phone) : "")
    }

    private static func words(_ step: TracedStep, in network: Network) -> String {
        let pool = step.reached.flatMap(network.pool)?.name
        return switch step.key.act {
        case .remind, .tellColleagues: "Relancé"
        case .widen: pool.map { "Élargi à \($0)" } ?? "Élargi"
        case .alert: "Coordination alertée"
        case .handBack: "Remis à prendre par l’équipe"
        case .escalate: pool.map { "Délai dépassé, \($0) prévenue" } ?? "Délai dépassé, coordination prévenue"
        }
    }
}

extension TracedStep {
    /// A widening that found no neighbour is nothing to whoever waits.
    fileprivate var isSaid: Bool { key.act != .widen || reached != nil }
    /// Of what was done at one moment, the mildest first.
    fileprivate var strength: Int { GuaranteeAct.allCases.firstIndex(of: key.act) ?? 0 }
}

extension RequestModel.Why {
    init?(_ file: RequestFile, _ clock: PageClock) {
        guard let routing = file.routing else { return nil }
        let words = RoutingWords(network: file.network, people: file.people, clock: clock)
        self.init(candidates: words.candidates(routing), remarks: words.remarks(routing))
    }
}
