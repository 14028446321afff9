import EssaimWorkflow

/// One step of the schema. Append-only: a step that has run anywhere never changes, and names no type of ours.
///
/// Tokens stand where engines differ: `{{int}}` 64-bit integer, `{{text}}` sorted by its bytes, `{{bool}}`, `{{bytes}}`,
/// `{{strict}}` closing a table, `{{search index}}` the statements that index `search_documents`.
public struct Migration: Sendable {
    public let name: String
    public let statements: [String]

    public init(_ name: String, _ statements: [String]) {
        self.name = name
        self.statements = statements
    }

    public static let all: [Migration] = [
        .people, .networks, .requests, .history, .attempts, .journal, .files,
        .billing,
        .reading,
        .search,
        .phrases,
        .availability,
        .visits,
        .activity,
        .telling,
        .retention,
        .recordMarks,
        .structures,
        .followUps,
        .indicatorFacts,
        .declarations,
        .rota,
        .guarantee,
        .regulation,
        .door,
        .protocols,
        .members,
        .signIn,
        .software,
        .keeping,
    ]
}

/// How an engine writes what the tokens stand for.
public struct DDLDialect: Sendable {
    let tokens: [(String, String)]

    public init(int: String, text: String, bool: String, bytes: String, strict: String, searchIndex: String) {
        tokens = [
            ("{{int}}", int), ("{{text}}", text), ("{{bool}}", bool), ("{{bytes}}", bytes), ("{{strict}}", strict),
            ("{{search index}}", searchIndex),
        ]
    }

    public func render(_ statement: String) -> String {
        var text = statement
        for (token, spelling) in tokens { text = text.replacing(token, with: spelling) }
        return text
    }
}

/// An engine at start: runs DDL, and knows which steps ran.
public protocol SchemaTarget {
    var dialect: DDLDialect { get }
    /// Runs `statements` and notes `name` in one transaction.
    func apply(_ name: String, _ statements: [String]) throws
    /// Names of the steps that ran, in order; makes the table that holds them if need be.
    func applied() throws -> [String]
}

extension Migration {
    /// Brings a schema up to date. A database written by a later Essaim is refused.
    /// - Parameter steps: how many of them, for the copy of an older version that is put back; all of them when nil.
    public static func bringUpToDate(_ target: some SchemaTarget, steps: Int? = nil) throws {
        let done = try target.applied()
        guard done.count <= all.count, zip(done, all).allSatisfy({ $0 == $1.name }) else {
            throw StoreFault.unsafe("the database was written by another version of Essaim (\(done.last ?? "?"))")
        }
        for step in all.prefix(steps ?? all.count).dropFirst(done.count) {
            try target.apply(step.name, step.statements.map(target.dialect.render))
        }
    }
}
