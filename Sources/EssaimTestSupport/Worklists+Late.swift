import EssaimDomain
import EssaimWorkflow

extension Worklists {
    /// A list, for tests to which it does not matter when it is read: all that can be late is.
    public func rows(
        _ view: WorklistKind, of reader: Identifier<Person>, after key: WorklistKey?, limit: Int
    ) throws -> [WorklistRow] {
        try rows(view, of: reader, at: Instant(milliseconds: .max), after: key, limit: limit)
    }

    public func count(_ view: WorklistKind, of reader: Identifier<Person>, upTo limit: Int) throws -> Int {
        try count(view, of: reader, at: Instant(milliseconds: .max), upTo: limit)
    }
}
