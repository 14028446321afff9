import EssaimDomain

/// A form as a file that other software reads: a FHIR Questionnaire.
public protocol ProtocolFiles: Sendable {
    func read(_ text: String) -> Result<ClinicalProtocol, ProtocolFileFault>
    /// Nil when there is no writer.
    func write(_ form: ClinicalProtocol) -> String?
}

/// Why a file is no form: where, and what, for who sent it.
public enum ProtocolFileFault: Error, Sendable, Equatable {
    /// The form itself does not hold.
    case form(ProtocolFault)
    /// It cannot be read: where in the file, and what is wrong, in French.
    case file(path: String, message: String)
}

/// No files: the shipped forms are the only ones.
public struct ShippedAlone: ProtocolFiles {
    public init() {}
    public func read(_ text: String) -> Result<ClinicalProtocol, ProtocolFileFault> {
        .failure(.file(path: "", message: "Aucun fichier n’est lu ici."))
    }
    public func write(_ form: ClinicalProtocol) -> String? { nil }
}

/// One version of a form. A published one never changes; of each form at most one is in work.
public struct KeptProtocol: Sendable, Equatable {
    public let id: Identifier<ClinicalProtocol>
    public let version: String
    /// Counts the versions of a network's form; 0 for a shipped one.
    public let number: Int
    /// Nil for a shipped form.
    public let network: Identifier<Network>?
    /// The establishment that made it for its own lines.
    public let partner: Identifier<Partner>?
    public let title: String
    /// A FHIR Questionnaire, as JSON.
    public let questionnaire: String
    /// Counts the changes while it is in work.
    public let revision: Int
    /// When it was changed last or published, and by whom.
    public let madeAt: Instant
    public let madeBy: Identifier<Person>?
    public let isPublished: Bool

    public init(
        id: Identifier<ClinicalProtocol>, version: String, number: Int, network: Identifier<Network>?,
        partner: Identifier<Partner>?, title: String, questionnaire: String, revision: Int = 1, madeAt: Instant,
        madeBy: Identifier<Person>?, isPublished: Bool
    ) {
        self.id = id
        self.version = version
        self.number = number
        self.network = network
        self.partner = partner
        self.title = title
        self.questionnaire = questionnaire
        self.revision = revision
        self.madeAt = madeAt
        self.madeBy = madeBy
        self.isPublished = isPublished
    }

    public var edition: FormEdition { FormEdition(form: id, version: version) }
}

public protocol ProtocolReading {
    /// The Questionnaire of a published edition.
    func questionnaire(of edition: FormEdition) throws -> String?
    /// Of a network's form, the one published last.
    func publishedEdition(of id: Identifier<ClinicalProtocol>) throws -> FormEdition?
    /// Every form that networks published.
    func publishedProtocols() throws -> Set<Identifier<ClinicalProtocol>>
    /// The newest version of each of a network's forms, by id, from after one.
    func protocols(
        of network: Identifier<Network>, after id: Identifier<ClinicalProtocol>?, limit: Int
    ) throws -> [KeptProtocol]
    /// The versions of one of a network's forms, newest first.
    func versions(
        of id: Identifier<ClinicalProtocol>, in network: Identifier<Network>, limit: Int
    ) throws -> [KeptProtocol]
}

public protocol ProtocolWriting {
    /// Adds a version; one that is there already stays as it is.
    func keep(_ version: KeptProtocol) throws
    /// Changes the version in work, if its revision still is that one.
    func change(_ version: KeptProtocol, over revision: Int) throws -> Bool
    /// Gives a line its form; false when the network has no such line.
    func setForm(
        _ form: Identifier<ClinicalProtocol>?, of offer: Identifier<Offer>, in network: Identifier<Network>
    ) throws -> Bool
}
