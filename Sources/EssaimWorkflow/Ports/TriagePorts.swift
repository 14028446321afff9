import EssaimDomain

/// What a line of the regulator's board says beside the demand: who looks at it, and what it brings.
public struct TriageFacts: Sendable, Equatable {
    public let triage: Triage?
    /// Who looks at it, by name; nil when nobody ever did.
    public let claimant: String?
    public let group: Identifier<DemandGroup>?
    public let content: RequestContent
    public let isConsented: Bool
    public let form: Identifier<ClinicalProtocol>?

    public init(
        triage: Triage?, claimant: String?, group: Identifier<DemandGroup>?, content: RequestContent, isConsented: Bool,
        form: Identifier<ClinicalProtocol>?
    ) {
        self.triage = triage
        self.claimant = claimant
        self.group = group
        self.content = content
        self.isConsented = isConsented
        self.form = form
    }
}

public protocol TriageReading {
    /// Of those of these demands that the reader may see.
    func triageFacts(
        of requests: Set<Identifier<AdviceRequest>>, visibleTo reader: Identifier<Person>
    ) throws -> [Identifier<AdviceRequest>: TriageFacts]
}

/// Someone who may have called: a professional, in a structure in whose name they ask.
public struct KnownAsker: Sendable, Hashable {
    public let person: Identifier<Person>
    public let structure: Identifier<Structure>
    public let name: String
    public let profession: Profession
    public let structureName: String
    public let communeName: String

    public init(
        person: Identifier<Person>, structure: Identifier<Structure>, name: String, profession: Profession,
        structureName: String, communeName: String
    ) {
        self.person = person
        self.structure = structure
        self.name = name
        self.profession = profession
        self.structureName = structureName
        self.communeName = communeName
    }
}

/// Who asks in Essaim, for who answered them on the telephone. Professionals and structures, no patient.
public protocol AskerReading {
    /// By the beginning of a family name or of a structure's, or by a whole RPPS.
    func askers(matching text: String, limit: Int) throws -> [KnownAsker]
    /// Those whom this expert answered last.
    func lastAskers(of expert: Identifier<Person>, limit: Int) throws -> [KnownAsker]
}
