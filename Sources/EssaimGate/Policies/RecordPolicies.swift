import EssaimDomain
import EssaimWorkflow

/// May say what became of the demand in their own record: the asking structure, and who carries the demand.
public enum KeepRecord: Policy {
    public static let name = "keep record"

    public static func decide(
        _ visitor: Visitor, _ input: Input, in house: HouseFacts, _ reader: any StoreReader
    ) throws -> OnRequest? {
        guard let found = try OnRequest.find(visitor, input, in: house, reader), found.request.state != .draft,
            RecordMark.Side(found.caller.relations(to: found.request)) != nil
        else { return nil }
        return found
    }
}

/// May give the patient a sheet about the demand: the asking structure, once it is sent.
public enum GiveSheet: Policy {
    public static let name = "give sheet"

    public static func decide(
        _ visitor: Visitor, _ input: Input, in house: HouseFacts, _ reader: any StoreReader
    ) throws -> OnRequest? {
        guard let found = try OnRequest.find(visitor, input, in: house, reader), found.request.state != .draft,
            found.caller.relations(to: found.request).contains(.asker)
        else { return nil }
        return found
    }
}
