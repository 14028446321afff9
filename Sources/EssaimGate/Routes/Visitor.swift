import EssaimDomain
import EssaimWorkflow

/// Who knocks: nobody known, someone signed in, or a program with its token.
public enum Visitor: Sendable {
    case anonymous
    case signedIn(Caller, Session)
    case software(SoftwareCaller)

    public var caller: Caller? {
        if case .signedIn(let caller, _) = self { return caller }
        return nil
    }

    public var session: Session? {
        if case .signedIn(_, let session) = self { return session }
        return nil
    }
}
