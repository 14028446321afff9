import EssaimDomain

/// Follows a network's figures: its coordination and its head. Counts alone: no demand and no name lies behind.
public enum FollowNetwork: NetworkPolicy {
    public static let name = "follow network"
    public static func networks(of caller: Caller) -> [Identifier<Network>] { caller.follows }
}
