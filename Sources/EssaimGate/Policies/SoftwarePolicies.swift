import EssaimDomain
import EssaimWorkflow

/// A policy that lets programs in, each for its own network, by one scope. No session opens it, and nothing else opens to a
/// program.
public protocol SoftwarePolicy: Policy where Fact == BySoftware {
    /// Nil where any good token will do.
    static var scope: SoftwareScope? { get }
}

public struct BySoftware: Sendable {
    public let caller: SoftwareCaller
}

extension SoftwarePolicy {
    public static func decide(
        _ visitor: Visitor, _ input: Input, in house: HouseFacts, _ reader: any StoreReader
    ) throws -> BySoftware? {
        guard case .software(let caller) = visitor, scope.map(caller.scopes.contains) ?? true else { return nil }
        return BySoftware(caller: caller)
    }
}

/// A program, for what it is told of itself.
public enum KnownSoftware: SoftwarePolicy {
    public static let name = "known software"
    public static let scope: SoftwareScope? = nil
}

/// A program that its network lets read its figures.
public enum ReadFigures: SoftwarePolicy {
    public static let name = "read figures"
    public static let scope: SoftwareScope? = .figures
}

/// A program that its network lets read a line a demand.
public enum ReadLines: SoftwarePolicy {
    public static let name = "read lines"
    public static let scope: SoftwareScope? = .lines
}
