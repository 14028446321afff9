import EssaimDomain
import EssaimHTTP
import EssaimWeb
import EssaimWorkflow

/// A person and their account, as typed by who runs the server.
public struct NewUser: Sendable {
    public var login: String
    public var familyName: String
    public var givenName: String
    public var profession: String
    public var rpps: String?
    public var network: String?
    public var role: String?
    public var pool: String?
    /// `senior` unless told.
    public var grade: String?
    public var structure: String?
    public var commune: String?
    public var communeName: String?
    /// What billing asks of them, and for whose office they bill.
    public var billing: NewUserBilling
    /// Where the link is sent; nil to have it written down.
    public var mail: String?
    /// Who checked who they are, and how: a professional’s account opens here for who was checked, or by Pro Santé Connect.
    public var check: String?

    public init(
        login: String, familyName: String, givenName: String, profession: String, rpps: String? = nil,
        network: String? = nil, role: String? = nil, pool: String? = nil, grade: String? = nil,
        structure: String? = nil, commune: String? = nil, communeName: String? = nil,
        billing: NewUserBilling = NewUserBilling(), mail: String? = nil, check: String? = nil
    ) {
        self.login = login.trimmed.lowercased()
        self.familyName = familyName.trimmed
        self.givenName = givenName.trimmed
        self.profession = profession
        self.rpps = rpps
        self.network = network
        self.role = role
        self.pool = pool
        self.grade = grade
        self.structure = structure
        self.commune = commune
        self.communeName = communeName
        self.billing = billing
        self.mail = mail
        self.check = check
    }

    /// How a new account opens.
    public enum Opening: Sendable, Equatable {
        /// By this link, once, which is kept nowhere.
        case link(String)
        /// By a link that is sent to them.
        case mail
        /// By Pro Santé Connect: nobody checked who they are.
        case provider
    }

    /// Why nothing was created; the message says what to correct.
    public struct Fault: Error, Sendable, Equatable {
        public let message: String
    }
}

extension EssaimServer {
    /// Creates the person, the account and the memberships in one transaction, or nothing. Nobody chooses another's
    /// password: the account opens by a link, once, or by Pro Santé Connect.
    public func add(_ user: NewUser) async throws(NewUser.Fault) -> NewUser.Opening {
        let address = try address(of: user)
        let person = try user.person(at: clock.now())
        let place = try user.place(at: clock.now())
        do {
            let made = try await store.write { tx -> Result<NewUser.Opening, NewUser.Fault> in
                if let fault = try user.faultInNetworks(tx) ?? user.billing.fault(tx) { return .failure(fault) }
                let awaited = try user.awaited(person.rpps, tx)
                if awaited.count > 1 {
                    return .failure(
                        NewUser.Fault(
                            message: "cet identifiant et ce RPPS sont attendus pour deux personnes : rien n’a été créé")
                    )
                }
                let person = awaited.first.map { person.over($0) } ?? person
                guard person.profession == .none || person.rpps != nil || user.isChecked else {
                    return .failure(
                        NewUser.Fault(
                            message:
                                "une profession de santé : donnez son RPPS (--rpps), ou qui a vérifié son identité "
                                + "et comment (--checked)"))
                }
                if awaited.isEmpty { try tx.insert(person) } else { try tx.save(person) }
                try tx.insert(Account(person: person.id, login: user.login, passwordHash: nil))
                _ = try tx.openInvitations(of: person.id)
                if let place {
                    let known = try tx.structure(named: place.name, in: place.commune)
                    if known == nil { try tx.insert(place) }
                    // Whoever comes first administers it: nobody else could invite.
                    let isAdministered = try tx.isAdministered(known?.id ?? place.id, besides: person.id)
                    try tx.join(
                        person.id, structure: known?.id ?? place.id, as: isAdministered ? .member : .administrator,
                        status: .active)
                }
                for office in try user.billing.establishments(tx) {
                    try tx.join(person.id, officeOf: office.id, status: .active)
                }
                if let pool = user.pool {
                    let grade = user.grade.flatMap(PoolGrade.init(rawValue:)) ?? .senior
                    try tx.join(person.id, pool: Identifier(pool), as: grade, status: .active)
                }
                if let network = user.network, let role = user.role.flatMap(NetworkRole.init(rawValue:)) {
                    try tx.join(person.id, network: Identifier(network), as: role, status: .active)
                }
                return .success(try open(person, of: user, at: address, tx))
            }
            return try made.get()
        } catch let fault as NewUser.Fault {
            throw fault
        } catch StoreFault.duplicate {
            throw NewUser.Fault(message: "cet identifiant ou ce RPPS existe déjà : rien n’a été créé")
        } catch {
            throw NewUser.Fault(
                message: "le compte n’a pas pu être enregistré (\(type(of: error))) : rien n’a été créé")
        }
    }
}

extension EssaimServer {
    private func address(of user: NewUser) throws(NewUser.Fault) -> MailboxAddress? {
        guard let mail = user.mail else { return nil }
        guard configuration.telling.channels.contains(.mail) else {
            throw NewUser.Fault(
                message: "ce serveur n’envoie pas de courriel : réglez mailServer et mailFrom, ou retirez --mail")
        }
        guard let address = MailboxAddress.parse(mail) else {
            throw NewUser.Fault(message: "« \(mail) » n’est pas une adresse de courriel")
        }
        return address
    }

    /// In the transaction that made the account.
    private func open(
        _ person: Person, of user: NewUser, at address: MailboxAddress?, _ tx: any StoreWriter
    ) throws -> NewUser.Opening {
        let (now, check) = (clock.now(), (user.check ?? "").trimmed)
        guard person.rpps == nil || user.isChecked else { return .provider }
        try tx.append(
            HistoryRecorder().entry(
                "account.invite", at: now, by: nil,
                detail: ["member": person.id.rawValue, "checked": String(check.prefix(InvitationRow.longestCheck))]))
        guard let address else {
            let token = try accounts.link(for: person.id, .everything, tx)
            return .link(configuration.origin.text + SitePath.openAccount(token).text)
        }
        try tx.leave(
            AccountMail(
                id: .new(at: now), person: person.id, address: address.rawValue, event: .invited, madeAt: now))
        return .mail
    }
}

extension Person {
    /// What was typed, of someone whom a network awaited.
    fileprivate func over(_ awaited: Person) -> Person {
        var person = self
        person.id = awaited.id
        person.rpps = rpps ?? awaited.rpps
        person.specialty = specialty ?? awaited.specialty
        return person
    }
}

extension NewUser {
    /// Who has no account yet and is awaited under that RPPS or that login.
    fileprivate func awaited(_ rpps: RPPS?, _ reader: any StoreReader) throws -> [Person] {
        let signs = [DeclaredMember.Sign.login(login)] + (rpps.map { [.rpps($0)] } ?? [])
        let found = try reader.bearers(of: Set(signs)).values.filter { !$0.hasAccount }.map(\.person)
        return Dictionary(found.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a }).values.map(\.self)
    }

    fileprivate var isChecked: Bool { !(check ?? "").trimmed.isEmpty }

    fileprivate func person(at now: Instant) throws(Fault) -> Person {
        guard !login.isEmpty, login.count <= 100, !login.contains(where: \.isWhitespace) else {
            throw Fault(message: "l’identifiant est vide, trop long ou contient un espace")
        }
        guard !familyName.isEmpty, !givenName.isEmpty else { throw Fault(message: "donnez --family et --given") }
        guard let known = Profession(rawValue: profession) else {
            let codes = Profession.allCases.map(\.rawValue).joined(separator: ", ")
            throw Fault(message: "profession « \(profession) » inconnue ; codes : \(codes)")
        }
        var number: RPPS?
        if let rpps {
            switch RPPS.parse(rpps) {
            case .success(let parsed): number = parsed
            case .failure(let fault): throw Fault(message: "RPPS : \(fault.message)")
            }
        }
        return Person(
            id: .new(at: now), rpps: number, billingNumber: try billing.number(), familyName: familyName,
            givenName: givenName, profession: known, mode: try billing.practice())
    }

    fileprivate func place(at now: Instant) throws(Fault) -> Structure? {
        guard let structure else { return nil }
        guard let code = commune.flatMap(INSEECommune.init(rawValue:)) else {
            throw Fault(message: "donnez à la structure le code INSEE de sa commune, cinq caractères : --commune 22113")
        }
        return Structure(
            id: .new(at: now), name: structure, kind: try billing.structureKind(),
            finess: try billing.structureFINESS(),
            commune: code, communeName: communeName ?? code.rawValue)
    }

    fileprivate func faultInNetworks(_ reader: any StoreReader) throws -> Fault? {
        let networks = try reader.networks()
        if let pool, !networks.contains(where: { $0.pool(Identifier(pool)) != nil }) {
            let known = networks.flatMap(\.pools).map(\.id.rawValue).joined(separator: ", ")
            return Fault(message: "le pool « \(pool) » n’existe pas ; pools connus : \(known)")
        }
        if let grade, pool == nil || PoolGrade(rawValue: grade) == nil {
            let grades = PoolGrade.allCases.map(\.rawValue).joined(separator: ", ")
            return Fault(message: "donnez --grade avec --pool ; grades : \(grades)")
        }
        if let network, !networks.contains(where: { $0.id.rawValue == network }) {
            return Fault(message: "le réseau « \(network) » n’existe pas")
        }
        if network != nil || role != nil {
            guard network != nil, let role, NetworkRole(rawValue: role) != nil else {
                let roles = NetworkRole.allCases.map(\.rawValue).joined(separator: ", ")
                return Fault(message: "donnez --network et --role ensemble ; rôles : \(roles)")
            }
        }
        return nil
    }
}
