import EssaimDomain
import EssaimGate
import EssaimWorkflow

/// A problem as the form carried it, right or wrong.
struct TypedProblem {
    let kind: ReportedProblem.Kind?
    let words: String

    init(_ form: FormFields) {
        kind = form.first(ProblemField.kind).flatMap(ReportedProblem.Kind.init(rawValue:))
        words = String((form.trimmed(ProblemField.words) ?? "").prefix(FormFields.longestKept))
    }

    var faults: [FieldFault] {
        let missing = FieldFault(field: ProblemField.kind, message: "Choisissez de quoi il s’agit.")
        return (kind == nil ? [missing] : []) + [ReportedProblem.fault(in: words)].compactMap(\.self)
    }
}

extension ProblemModel {
    init(
        _ around: ProblemPage, path: SitePath, back: SitePath, _ backTitle: String, _ typed: TypedProblem?,
        _ faults: [FieldFault], _ page: PageMaking
    ) {
        self.init(
            number: around.request?.number.shown ?? "", path: path, back: back, backTitle: backTitle,
            seal: page.seal(), kind: typed?.kind?.rawValue ?? "", words: typed?.words ?? "",
            networks: around.networks.map { .init(value: $0.id.rawValue, label: $0.name) }, faults: faults,
            told: around.told.map { problem in
                Told(
                    kind: problem.kind.word, at: problem.at,
                    number: problem.request.flatMap { around.numbers[$0] }?.shown ?? "", words: problem.words,
                    isHandled: problem.handling != nil, reply: problem.handling?.reply ?? "")
            })
    }
}

extension ProblemsModel {
    init(_ list: ProblemList, areHandled: Bool, isFirst: Bool, _ page: PageMaking) {
        let network = list.network.rawValue
        let limit = Grant<FollowProblems>.problemCountLimit
        self.init(
            areHandled: areHandled,
            openCount: list.openCount >= limit ? "\(limit)+" : String(list.openCount),
            items: list.problems.map { Item($0, list, page) },
            networks: list.networks.map {
                PageFrame.Link(
                    title: $0.name, path: .problems(in: $0.id.rawValue, areHandled: areHandled),
                    isCurrent: $0.id == list.network)
            }, network: network,
            next: list.next.map { .problems(in: network, areHandled: areHandled, before: $0.text) },
            first: isFirst ? nil : .problems(in: network, areHandled: areHandled))
    }
}

extension ProblemsModel.Item {
    init(_ problem: ReportedProblem, _ list: ProblemList, _ page: PageMaking) {
        let demand = problem.request.flatMap { id in
            list.numbers[id].map { PageFrame.Link(title: "Demande \($0.shown)", path: .request(id.rawValue)) }
        }
        self.init(
            id: problem.id.rawValue, kind: problem.kind.word, isGrave: problem.kind == .confidentiality,
            at: problem.at, who: list.people[problem.by]?.shownName ?? "", demand: demand, words: problem.words,
            seal: page.seal(),
            handled: problem.handling.map { (list.people[$0.by]?.shownName ?? "", $0.at, $0.reply) })
    }
}

extension ProblemKey {
    /// `1795440000000-<id>`, as the address of the following page carries it.
    var text: String { "\(at.milliseconds)-\(id.rawValue)" }

    init?(text: String) {
        let parts = text.split(separator: "-", maxSplits: 1)
        guard text.utf8.count <= 80, parts.count == 2, let milliseconds = Int64(parts[0]) else { return nil }
        self.init(at: Instant(milliseconds: milliseconds), id: Identifier(String(parts[1])))
    }
}
