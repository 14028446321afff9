import EssaimDomain
import Synchronization

/// The forms that the server knows: the shipped ones, by the name of their file in `protocols/`, and those that networks
/// published. A published edition never changes, so what was read once is kept; which edition is the current one is asked
/// of the store each time, and several servers agree.
public struct FormLibrary: Sendable {
    private let shipped: [Identifier<ClinicalProtocol>: ClinicalProtocol]
    let files: any ProtocolFiles
    private let shelf = Shelf()

    public init(_ forms: [ClinicalProtocol], files: any ProtocolFiles = ShippedAlone()) {
        shipped = Dictionary(forms.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
        self.files = files
    }

    /// A shipped form, as it is in this version of Essaim.
    public subscript(id: Identifier<ClinicalProtocol>?) -> ClinicalProtocol? { id.flatMap { shipped[$0] } }

    public var ids: Set<Identifier<ClinicalProtocol>> { Set(shipped.keys) }

    /// The shipped ones, by title.
    public var all: [ClinicalProtocol] { shipped.values.sorted { ($0.title, $0.id) < ($1.title, $1.id) } }

    /// A kept version as a form; nil when it cannot be read.
    public func read(_ version: KeptProtocol) -> ClinicalProtocol? { try? files.read(version.questionnaire).get() }

    /// The form that a demand begun now is written with.
    public func current(
        _ id: Identifier<ClinicalProtocol>?, _ reader: some ProtocolReading
    ) throws -> ClinicalProtocol? {
        guard let id else { return nil }
        if let form = shipped[id] { return form }
        guard let edition = try reader.publishedEdition(of: id) else { return nil }
        return try form(edition, reader)
    }

    /// A form as it was in that version; nil when it was never kept.
    public func form(_ edition: FormEdition, _ reader: some ProtocolReading) throws -> ClinicalProtocol? {
        if let form = shipped[edition.form], form.version == edition.version { return form }
        if let form = shelf[edition] { return form }
        guard let text = try reader.questionnaire(of: edition) else { return nil }
        guard case .success(let form) = files.read(text) else { throw StoreFault.corrupt("a published form") }
        shelf[edition] = form
        return form
    }

    /// The form of a demand: in the version that it was written with; what was kept before versions were has the
    /// shipped one of its line.
    public func form(
        of request: AdviceRequest, on offer: Offer?, _ reader: some ProtocolReading
    ) throws -> ClinicalProtocol? {
        if let edition = request.content.writtenWith, let form = try form(edition, reader) { return form }
        return try current(offer?.form, reader)
    }

    /// Which edition a new draft on this line bears. A shipped one is kept in the store, so that the demand shows it when
    /// the next version of Essaim ships another.
    func begin(
        _ id: Identifier<ClinicalProtocol>?, _ tx: some StoreWriter, at now: Instant
    ) throws -> FormEdition? {
        guard let form = try current(id, tx) else { return nil }
        if shipped[form.id] != nil, try tx.questionnaire(of: form.edition) == nil, let text = files.write(form) {
            try tx.keep(
                KeptProtocol(
                    id: form.id, version: form.version, number: 0, network: nil, partner: nil, title: form.title,
                    questionnaire: text, madeAt: now, madeBy: nil, isPublished: true))
        }
        return form.edition
    }
}

/// Editions that were read, the oldest forgotten first.
private final class Shelf: Sendable {
    private static let most = 500
    private let kept = Mutex<(forms: [FormEdition: ClinicalProtocol], order: [FormEdition])>(([:], []))

    subscript(edition: FormEdition) -> ClinicalProtocol? {
        get { kept.withLock { $0.forms[edition] } }
        set {
            kept.withLock { kept in
                if kept.forms[edition] == nil { kept.order.append(edition) }
                kept.forms[edition] = newValue
                if kept.order.count > Self.most { kept.forms[kept.order.removeFirst()] = nil }
            }
        }
    }
}
