import EssaimDomain

/// Looks at what comes by the regulated doors of their networks: regulators and coordinators.
public enum Triages: CallerPolicy {
    public static let name = "triage"
    public static func admits(_ caller: Caller) -> Bool { !caller.watches.isEmpty }
}
