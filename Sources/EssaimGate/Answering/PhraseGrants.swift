import EssaimDomain
import EssaimWorkflow

/// A page of one's phrases.
public struct PhrasePage: Sendable {
    public let phrases: [Phrase]
    /// The shortcut after which the following page begins; nil on the last.
    public let next: String?
    public let count: Int
    public let surroundings: Surroundings
}

extension Grant where P == Answers {
    public func phrases(after shortcut: String) async throws -> PhrasePage {
        let (person, isLoopback) = (fact.caller.person.id, house.isLoopback)
        return try await house.store.read { store in
            let found = try store.phrases(of: person, after: shortcut, limit: Phrase.mostOffered + 1)
            let page = Array(found.prefix(Phrase.mostOffered))
            return PhrasePage(
                phrases: page, next: found.count > page.count ? page.last?.content.shortcut : nil,
                count: try store.phraseCount(of: person, upTo: 100_000),
                surroundings: try Surroundings(store, isLoopback: isLoopback))
        }
    }

    /// Adds one, or changes one of one's own; nil when that one is not theirs.
    public func keep(
        _ id: Identifier<Phrase>?, shortcut: String, title: String, text: String, _ input: Input
    ) async throws -> Result<Void, Refusal>? {
        let person = fact.caller.person.id
        // Not theirs is absent, whatever the form says.
        if let id, try await house.store.read({ try $0.phrase(id, of: person) }) == nil {
            try await house.recordRefusal(of: visitor, policy: P.name, input)
            return nil
        }
        let content: Phrase.Content
        switch Phrase.Content.checked(shortcut: shortcut, title: title, text: text) {
        case .success(let checked): content = checked
        case .failure(let refusal): return .failure(refusal)
        }
        let now = now
        let result: Result<Void, Refusal>? = try await house.store.write { tx in
            if let id, try tx.phrase(id, of: person) == nil { return nil }
            if let other = try tx.phrase(under: content.shortcut, of: person), other != id {
                return .failure(.faults([.shortcutTaken(content.shortcut)]))
            }
            if let id {
                try tx.change(Phrase(id: id, content: content), of: person)
            } else {
                guard try tx.phraseCount(of: person, upTo: Phrase.mostKept) < Phrase.mostKept else {
                    return .failure(.faults([.tooManyPhrases]))
                }
                try tx.insert(Phrase(id: .new(at: now), content: content), of: person)
            }
            return .success(())
        }
        if result == nil { try await house.recordRefusal(of: visitor, policy: P.name, input) }
        return result
    }

    /// False when it is not theirs.
    public func removePhrase(_ id: Identifier<Phrase>, _ input: Input) async throws -> Bool {
        let person = fact.caller.person.id
        let isTheirs = try await house.store.write { tx in
            guard try tx.phrase(id, of: person) != nil else { return false }
            try tx.remove(id, of: person)
            return true
        }
        if !isTheirs { try await house.recordRefusal(of: visitor, policy: P.name, input) }
        return isTheirs
    }
}

extension Grant where P == ActOnRequest {
    /// One of the writer's own, or of the team that the demand is addressed to, to be put into the opinion.
    public func phrase(_ id: Identifier<Phrase>) async throws -> Phrase? {
        let (person, network) = (fact.caller.person.id, fact.request.network)
        return try await house.store.read { store in
            if let own = try store.phrase(id, of: person) { return own }
            return try store.phrases(of: network).map(Phrase.ofNetwork).first { $0.id == id }
        }
    }

    /// Those that were put into the opinion: what is used most is offered first.
    public func countUse(of phrases: Set<Identifier<Phrase>>) async throws {
        guard !phrases.isEmpty else { return }
        let person = fact.caller.person.id
        try await house.store.write { try $0.countUse(of: phrases, by: person) }
    }
}

extension FieldFault {
    fileprivate static func shortcutTaken(_ shortcut: String) -> FieldFault {
        FieldFault(
            field: "shortcut",
            message: "Le raccourci /\(shortcut) sert déjà à une autre phrase\u{A0}: choisissez-en un autre.")
    }

    fileprivate static let tooManyPhrases = FieldFault(
        field: "shortcut",
        message: "Vous gardez déjà \(Phrase.mostKept) phrases, le plus qui soit possible\u{A0}: "
            + "retirez-en une avant d’en ajouter.")
}
