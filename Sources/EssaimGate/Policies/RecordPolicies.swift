import EssaimDomain

/// May say what became of the demand in their own record: the asking structure, and who carries the demand.
public enum KeepRecord: RequestPolicy {
    public static let name = "keep record"

    public static func admits(_ found: OnRequest) -> Bool {
        found.isSent && RecordMark.Side(found.caller.relations(to: found.request)) != nil
    }
}

/// May give the patient a sheet about the demand: the asking structure, once it is sent.
public enum GiveSheet: RequestPolicy {
    public static let name = "give sheet"
    public static func admits(_ found: OnRequest) -> Bool { found.isSent && found.isAskers }
}
