import EssaimDomain

/// May tell of a problem met on the demand: its circle, once it is sent. Not who opened it in an emergency.
public enum TellProblem: RequestPolicy {
    public static let name = "tell problem"
    public static func admits(_ found: OnRequest) -> Bool { found.isSent }
}

/// Reads the problems told in a network and says what became of them: its coordination.
public enum FollowProblems: NetworkPolicy {
    public static let name = "follow problems"
    public static func networks(of caller: Caller) -> [Identifier<Network>] { caller.networks(as: .coordinator) }
}
