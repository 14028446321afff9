/// A place that is offered to whoever bears an RPPS or a login. Nobody is looked up when it is made: it waits on the profile
/// of whom it names, if there is one, and says nothing of whether there is.
public struct StructureInvitation: Sendable, Equatable {
    /// Whom it names.
    public enum Address: Sendable, Hashable {
        case rpps(RPPS)
        case login(String)

        public var text: String {
            switch self {
            case .rpps(let number): number.rawValue
            case .login(let login): login
            }
        }
    }

    public enum State: String, Sendable, CaseIterable { case waiting, refused }

    public let id: Identifier<StructureInvitation>
    public let structure: Identifier<Structure>
    public let address: Address
    public let terms: StructureTerms
    public let by: Identifier<Person>
    public let at: Instant
    public var state: State

    public init(
        id: Identifier<StructureInvitation>, structure: Identifier<Structure>, address: Address, terms: StructureTerms,
        by: Identifier<Person>, at: Instant, state: State = .waiting
    ) {
        self.id = id
        self.structure = structure
        self.address = address
        self.terms = terms
        self.by = by
        self.at = at
        self.state = state
    }

    /// Nobody who did not answer is waited for longer.
    public static let lasts = Duration.days(30)
    /// Of one structure, at once.
    public static let most = 100
    public static let longestLogin = 100
    public static let addressField = "invite"

    /// Waits for an answer, and may still have one.
    public func isOpen(at now: Instant) -> Bool { state == .waiting && now - at < Self.lasts }
}

extension StructureInvitation.Address {
    /// An RPPS when figures alone were typed, else a login, in lower case as accounts keep it.
    public static func checked(_ typed: String) -> Result<Self, Refusal> {
        let typed = typed.trimmed
        let field = StructureInvitation.addressField
        let figures = typed.unicodeScalars.allSatisfy {
            $0.isASCIIDigit || " .-\u{A0}\u{202F}".unicodeScalars.contains($0)
        }
        if !typed.isEmpty, figures, typed.utf8.count <= 60 {
            switch RPPS.parse(typed) {
            case .success(let number): return .success(.rpps(number))
            case .failure(let fault): return .failure(.faults([FieldFault(field: field, message: fault.message)]))
            }
        }
        let login = typed.lowercased()
        let isPlain = !login.unicodeScalars.contains { $0.properties.isWhitespace || $0.isHidden }
        guard !login.isEmpty, isPlain, login.utf8.count <= 4 * StructureInvitation.longestLogin,
            login.count <= StructureInvitation.longestLogin
        else {
            let message = "Écrivez un RPPS (11 chiffres) ou un identifiant de connexion, sans espace."
            return .failure(.faults([FieldFault(field: field, message: message)]))
        }
        return .success(.login(login))
    }
}
