import EssaimDomain

public protocol PhraseReading {
    /// By shortcut, from after one.
    func phrases(of person: Identifier<Person>, after shortcut: String, limit: Int) throws -> [Phrase]
    /// Those used most, then by shortcut.
    func usualPhrases(of person: Identifier<Person>, limit: Int) throws -> [Phrase]
    /// Nil for another's, as for one that does not exist.
    func phrase(_ id: Identifier<Phrase>, of person: Identifier<Person>) throws -> Phrase?
    func phrase(under shortcut: String, of person: Identifier<Person>) throws -> Identifier<Phrase>?
    /// Counted no further than `limit`.
    func phraseCount(of person: Identifier<Person>, upTo limit: Int) throws -> Int
}

public protocol PhraseWriting {
    /// - Throws: `StoreFault.duplicate` when the shortcut is taken.
    func insert(_ phrase: Phrase, of person: Identifier<Person>) throws
    func change(_ phrase: Phrase, of person: Identifier<Person>) throws
    func remove(_ id: Identifier<Phrase>, of person: Identifier<Person>) throws
    /// One more use of each, of this person's alone.
    func countUse(of phrases: Set<Identifier<Phrase>>, by person: Identifier<Person>) throws
}
