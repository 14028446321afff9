/// The form of a specialty: data that a clinician edits (a FHIR Questionnaire), not code. One that exists has unique
/// ids, conditions that point at its own questions, and none that goes round in a circle.
public struct ClinicalProtocol: Sendable, Equatable {
    /// The name of its file in `protocols/`: `dermatologie`.
    public let id: Identifier<ClinicalProtocol>
    public let version: String
    public let title: String
    public let items: [Item]
    /// The photographs and documents that it asks for.
    public let slots: [AttachmentSlot]
    /// When to use it, who wrote it, until when it holds.
    public let guidance: Guidance

    public init(
        id: Identifier<ClinicalProtocol>, version: String, title: String, items: [Item], slots: [AttachmentSlot] = [],
        guidance: Guidance = Guidance()
    ) throws(ProtocolFault) {
        try ProtocolCheck.hold(items, slots)
        try ProtocolCheck.hold(id: id.rawValue, version: version, title: title, guidance)
        self.id = id
        self.version = version
        self.title = title
        self.items = items
        self.slots = slots
        self.guidance = guidance
    }

    /// Which form, in which version: what a demand keeps of the one it was written with.
    public var edition: FormEdition { FormEdition(form: id, version: version) }

    /// Every item, groups included, in the order of the page.
    public var allItems: [Item] { items.flatMap(\.withDescendants) }

    public func item(_ id: String) -> Item? { allItems.first { $0.id == id } }
}

extension ClinicalProtocol {
    /// A question, or a group of them.
    public struct Item: Sendable, Equatable {
        /// FHIR link id; the field of a page is named `form.` and the id.
        public let id: String
        public let label: String
        public let kind: Kind
        /// One sentence under the label; empty for none.
        public let help: String
        /// What a number counts: `mm`; empty for none.
        public let unit: String
        public let isRequired: Bool
        /// When the item shows; always if there are none.
        public let conditions: [Condition]
        /// All conditions must hold, or any one of them.
        public let needsAllConditions: Bool
        /// Answers that stop the sending and show the 15.
        public let redFlags: [RedFlagRule]
        /// Answers that point to another door, and stop nothing.
        public let directions: [DirectionRule]
        /// Least and greatest number, where the kind is one.
        public let minimum: Double?
        public let maximum: Double?
        /// Of a group of numbers read as one measure, what stands between them: `×`, `/`. Empty: each on its line.
        public let separator: String

        public init(
            id: String, label: String, kind: Kind, help: String = "", unit: String = "", isRequired: Bool = false,
            conditions: [Condition] = [], needsAllConditions: Bool = true, redFlags: [RedFlagRule] = [],
            directions: [DirectionRule] = [],
            minimum: Double? = nil, maximum: Double? = nil, separator: String = ""
        ) {
            self.id = id
            self.label = label
            self.kind = kind
            self.help = help
            self.unit = unit
            self.isRequired = isRequired
            self.conditions = conditions
            self.needsAllConditions = needsAllConditions
            self.redFlags = redFlags
            self.directions = directions
            self.minimum = minimum
            self.maximum = maximum
            self.separator = separator
        }

        /// The items of a group; empty for a question.
        public var children: [Item] {
            if case .group(let items) = kind { return items }
            return []
        }

        /// The options of a choice; empty for other kinds.
        public var options: [Option] {
            switch kind {
            case .choice(let options), .multipleChoice(let options): options
            default: []
            }
        }

        public var isGroup: Bool {
            if case .group = kind { return true }
            return false
        }

        /// A group whose numbers are typed side by side and read as one: « 32 × 18 × 4 mm ».
        public var isMeasure: Bool { isGroup && !separator.isEmpty }

        var withDescendants: [Item] { [self] + children.flatMap(\.withDescendants) }
    }

    /// What an item takes. Answers are text: an option's code, `true` or `false`, a number with a comma or a point, a
    /// day as `CivilDate.parse` reads it.
    public indirect enum Kind: Sendable, Equatable {
        case group([Item])
        /// One of several.
        case choice([Option])
        /// Any number of several.
        case multipleChoice([Option])
        case boolean
        case integer
        case decimal
        case text(isLong: Bool)
        case date
    }

    public struct Option: Sendable, Hashable {
        public let code: String
        public let label: String

        public init(code: String, label: String) {
            self.code = code
            self.label = label
        }
    }
}
