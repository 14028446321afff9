import EssaimDomain
import Foundation

/// What an entry's payload says beside the columns: for readers who may know it.
public struct EntryReading: Sendable, Equatable {
    /// The address that asked; nil when it is not known.
    public var place: String?
    /// Of who acted, as it was then (`NAT_PS`).
    public var nationalId: String?
    /// What they were to the demand.
    public var relations: Set<Relation>
    /// They were there by an emergency opening.
    public var isEmergency: Bool
    /// The demand's number.
    public var number: RequestNumber?
    /// `read`, `why`, `list`…: what the action needs to be told in words.
    public var detail: [String: String]

    public init(
        place: String? = nil, nationalId: String? = nil, relations: Set<Relation> = [], isEmergency: Bool = false,
        number: RequestNumber? = nil, detail: [String: String] = [:]
    ) {
        self.place = place
        self.nationalId = nationalId
        self.relations = relations
        self.isEmergency = isEmergency
        self.number = number
        self.detail = detail
    }
}

extension HistoryEntry {
    /// The payload as it reads today. Nothing at all for a payload that says nothing: an entry is shown all the same.
    public var reading: EntryReading {
        guard let payload = try? JSONDecoder().decode(Payload.self, from: Data(payload.utf8)) else {
            return EntryReading()
        }
        // Relations are spelled twice: where someone acted, and in the detail of a reading.
        let words = (payload.relations ?? []) + (payload.detail?["as"] ?? "").split(separator: " ").map(String.init)
        return EntryReading(
            place: payload.place, nationalId: payload.nationalId,
            relations: Set(words.compactMap(Relation.init(rawValue:))), isEmergency: words.contains("emergency"),
            number: payload.number.flatMap(RequestNumber.init(rawValue:)), detail: payload.detail ?? [:])
    }
}

private struct Payload: Decodable {
    let place: String?
    let nationalId: String?
    let relations: [String]?
    let number: String?
    let detail: [String: String]?
}
