/// A form's answers looked at with its protocol: what is missing or wrong, which red flags are raised, what counts.
/// Hidden questions are left out of all: an answer given before the question was hidden raises nothing.
public struct FormCheck: Sendable, Equatable {
    /// Under `form.` and the question's id, in the order of the page.
    public let faults: [FieldFault]
    public let redFlags: [RedFlag]
    /// Other doors that the answers point to; they stop nothing.
    public let directions: [Direction]
    /// The ids of the items that show.
    public let visible: Set<String>
    /// The answers to the questions that show; the others are hidden, or unknown to the protocol.
    public let answers: FormAnswers
}

extension ClinicalProtocol {
    /// Characters of the longest text, as on every free text.
    public static let longestText = 8000

    public func check(_ answers: FormAnswers) -> FormCheck {
        let visible = visibleItems(answers)
        let shown = visible.filter { !$0.isGroup }
        return FormCheck(
            faults: shown.compactMap { item in
                item.fault(in: answers[item.id]).map { FieldFault(field: "form.\(item.id)", message: $0) }
            },
            redFlags: shown.flatMap { item in
                item.redFlags.filter { $0.test.holds(for: answers[item.id]) }
                    .map { RedFlag(item: item.id, label: item.label, message: $0.message) }
            },
            directions: shown.flatMap { item in
                item.directions.filter { $0.test.holds(for: answers[item.id]) }.map {
                    Direction(
                        item: item.id, label: item.label, message: $0.message, line: $0.line, phone: $0.phone)
                }
            },
            visible: Set(visible.map(\.id)),
            answers: FormAnswers(Dictionary(shown.map { ($0.id, answers[$0.id]) }, uniquingKeysWith: { $1 })))
    }

    /// The slots that hold fewer of these attachments than they ask for, with how many are missing.
    public func missingSlots(filled: some Sequence<String>) -> [(slot: AttachmentSlot, count: Int)] {
        let counts = Dictionary(filled.map { ($0, 1) }, uniquingKeysWith: +)
        return slots.map { ($0, $0.minimum - (counts[$0.code] ?? 0)) }.filter { $0.1 > 0 }
    }

    /// The items that show: their conditions hold, and those of the groups around them. A hidden question counts as
    /// not answered for the conditions that look at it. Ends because no condition goes round in a circle.
    private func visibleItems(_ answers: FormAnswers) -> [Item] {
        var visibility = Visibility(items: items, answers: answers)
        return allItems.filter { visibility.shows($0.id) }
    }
}

/// Which items show, each decided once.
private struct Visibility {
    private let answers: FormAnswers
    private var items: [String: ClinicalProtocol.Item] = [:]
    private var parents: [String: String] = [:]
    private var decided: [String: Bool] = [:]

    init(items: [ClinicalProtocol.Item], answers: FormAnswers) {
        self.answers = answers
        for item in items.flatMap(\.withDescendants) {
            self.items[item.id] = item
            for child in item.children { parents[child.id] = item.id }
        }
    }

    mutating func shows(_ id: String) -> Bool {
        if let known = decided[id] { return known }
        guard let item = items[id] else { return false }
        var shows = true
        if let parent = parents[id] { shows = self.shows(parent) }
        if shows, !item.conditions.isEmpty {
            let held = item.conditions.map { $0.test.holds(for: self.shows($0.item) ? answers[$0.item] : []) }
            shows = item.needsAllConditions ? held.allSatisfy(\.self) : held.contains(true)
        }
        decided[id] = shows
        return shows
    }
}
