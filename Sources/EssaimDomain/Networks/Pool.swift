/// Experts who answer together: a demand routed to the pool is for whoever takes it first.
public struct Pool: Sendable, Equatable {
    public let id: Identifier<Pool>
    public var name: String
    /// The establishment whose people they are, and which administers them; nil for the network's own.
    public var owner: Identifier<Partner>?

    public init(id: Identifier<Pool>, name: String, owner: Identifier<Partner>? = nil) {
        self.id = id
        self.name = name
        self.owner = owner
    }
}

/// What some experts of a line know best: melanoma, insulin pumps. Declared by the network, never computed.
public struct SubSpecialty: Sendable, Equatable {
    public let id: Identifier<SubSpecialty>
    public var title: String

    public init(id: Identifier<SubSpecialty>, title: String) {
        self.id = id
        self.title = title
    }
}
