import EssaimDomain
import EssaimServer
import EssaimTestSupport
import EssaimWorkflow

/// A sign-in needs a key: in tests each person has one in memory, named for them.
extension ServedTown {
    /// - Parameter password: chosen by them; their key is added beside.
    func setPassword(_ password: String, of person: Person) async throws {
        let hash = try await server.passwords.hash(password)
        let passkey = Passkey(
            id: .new(at: clock.now()), person: person.id, key: SoftPasskey(of: person.id).kept, name: "Clé d’essai",
            addedAt: clock.now())
        try await server.store.write { tx in
            try tx.setPassword(hash, of: person.id)
            if try tx.passkey(passkey.key.identifier) == nil { try tx.insert(passkey) }
        }
    }
}

extension SoftPasskey {
    init(of person: Identifier<Person>) { self.init(Array("key of \(person.rawValue)".utf8)) }
}

extension Browser {
    /// Signs in by the pages, as anyone would: the password, then the key that the second step asks for.
    func signIn(_ login: String, _ password: String) async throws -> Page {
        try await secondStep(try await post("/connexion", [("identifiant", login), ("mot_de_passe", password)]))
    }

    /// Answers the second step of a page with the key that it names; a page that asks for none is given back.
    func secondStep(_ page: Page) async throws -> Page {
        guard let asked = page.passkey, let identifier = asked.passkeys.first,
            let form = page.forms.first(where: { $0.action == "/connexion/cle" })
        else { return page }
        return try await submit(form, SoftPasskey(identifier).sign(asked.challenge).fields)
    }
}

extension Page {
    /// What a page asks a key for.
    var passkey: (challenge: [UInt8], passkeys: [[UInt8]])? {
        var reader = TagReader(source)
        while let tag = reader.next() {
            guard tag["data-passkey"] != nil, let challenge = tag["data-challenge"].flatMap(UnpaddedBase64.url.decode)
            else { continue }
            let names = (tag["data-passkeys"] ?? "").split(separator: " ")
            return (challenge, names.compactMap(UnpaddedBase64.url.decode))
        }
        return nil
    }
}

extension PasskeyAnswer {
    var fields: [(String, String)] {
        [
            ("cle_identifiant", UnpaddedBase64.url.encode(identifier)),
            ("cle_navigateur", UnpaddedBase64.url.encode(clientData)),
            ("cle_authentificateur", UnpaddedBase64.url.encode(authenticatorData)),
            ("cle_signature", UnpaddedBase64.url.encode(signature)),
        ]
    }
}

extension NewPasskey {
    var fields: [(String, String)] {
        [
            ("cle_identifiant", UnpaddedBase64.url.encode(identifier)),
            ("cle_navigateur", UnpaddedBase64.url.encode(clientData)),
            ("cle_nouvelle", UnpaddedBase64.url.encode(attestation)),
        ]
    }
}
