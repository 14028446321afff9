import EssaimDomain
import EssaimWorkflow

/// Who knocks: nobody known, or someone signed in.
public enum Visitor: Sendable {
    case anonymous
    case signedIn(Caller, Session)

    public var caller: Caller? {
        if case .signedIn(let caller, _) = self { return caller }
        return nil
    }

    public var session: Session? {
        if case .signedIn(_, let session) = self { return session }
        return nil
    }
}
