import EssaimDomain
import Yams

extension FileReader {
    static let memberKeys = [
        "nom", "prenom", "rpps", "identifiant", "profession", "specialite", "courriel", "roles", "equipes",
        "partenaires", "surspecialites",
    ]

    /// What a member may belong to.
    struct Places {
        let pools: [Identifier<Pool>]
        let partners: [Identifier<Partner>]
        let subSpecialties: [Identifier<SubSpecialty>]
    }

    mutating func members(_ node: Node, in places: Places) -> [DeclaredMember] {
        var known: [DeclaredMember.Sign: String] = [:]
        return entries(node, of: "«\u{A0}membres\u{A0}»", known: nil).compactMap { entry in
            let what = "le membre \(shown(entry.typed))"
            guard let member = member(entry, of: what, in: places) else { return nil }
            if let other = known[member.sign] {
                fault("\(what) est la même personne que \(shown(other)).", at: entry.mark)
            }
            known[member.sign] = member.key
            return member
        }
    }

    private mutating func member(_ entry: Entry, of what: String, in places: Places) -> DeclaredMember? {
        let key = slug(entry.key, of: what, at: entry.mark)
        let fields = entries(entry.value, of: what, known: Self.memberKeys)
        need(["nom", "prenom", "profession"], in: fields, of: what, at: entry.mark)
        func value(_ key: String) -> Node? { fields.first { $0.key == key }?.value }
        func saying(_ key: String) -> String { "\(what)\u{A0}: «\u{A0}\(key)\u{A0}»" }
        let family = value("nom").flatMap { text($0, of: saying("nom"), atMost: 100) }
        let given = value("prenom").flatMap { text($0, of: saying("prenom"), atMost: 100) }
        let profession = value("profession").flatMap { word($0, of: saying("profession"), in: .professions) }
        let sign = self.sign(fields, of: what, at: entry.mark)
        let specialty = value("specialite").flatMap { self.specialty($0, of: what) }
        let mail = value("courriel").flatMap { mailbox($0, of: what) }
        let roles = value("roles").map { words($0, of: saying("roles"), in: .roles) } ?? []
        let pools = value("equipes").map { grades($0, of: saying("equipes"), among: places.pools) } ?? [:]
        let partners = value("partenaires").map { ids($0, of: saying("partenaires"), among: places.partners) } ?? []
        let known = value("surspecialites").map {
            ids($0, of: saying("surspecialites"), among: places.subSpecialties)
        }
        guard let key, let family, let given, let profession, let sign else { return nil }
        if roles.isEmpty, pools.isEmpty, partners.isEmpty,
            !fields.contains(where: { ["roles", "equipes", "partenaires"].contains($0.key) })
        {
            fault(
                "\(what)\u{A0}: il manque «\u{A0}roles\u{A0}», «\u{A0}equipes\u{A0}» ou «\u{A0}partenaires\u{A0}».",
                at: entry.mark)
        }
        return DeclaredMember(
            key: key, sign: sign, familyName: family, givenName: given, profession: profession, specialty: specialty,
            mail: mail, roles: roles, pools: pools, partners: partners, subSpecialties: known ?? [])
    }

    private mutating func sign(_ fields: [Entry], of what: String, at mark: Mark?) -> DeclaredMember.Sign? {
        let given = fields.filter { ["rpps", "identifiant"].contains($0.key) }
        guard given.count == 1, let field = given.first else {
            fault("\(what)\u{A0}: il faut «\u{A0}rpps\u{A0}» ou «\u{A0}identifiant\u{A0}», l’un des deux.", at: mark)
            return nil
        }
        guard let typed = text(field.value, of: "\(what)\u{A0}: «\u{A0}\(field.key)\u{A0}»") else { return nil }
        switch MemberCheck.sign(typed, isRPPS: field.key == "rpps") {
        case .success(let sign): return sign
        case .failure(let wrong): fault("\(what)\u{A0}: \(wrong.message)", at: field.value.mark)
        }
        return nil
    }

    private mutating func specialty(_ node: Node, of what: String) -> String? {
        guard let typed = text(node, of: "\(what)\u{A0}: «\u{A0}specialite\u{A0}»") else { return nil }
        if DeclaredMember.isSpecialtyCode(typed.uppercased()) { return typed.uppercased() }
        fault("\(what)\u{A0}: \(MemberCheck.noSpecialty(typed))", at: node.mark)
        return nil
    }

    private mutating func mailbox(_ node: Node, of what: String) -> MailboxAddress? {
        guard let typed = text(node, of: "\(what)\u{A0}: «\u{A0}courriel\u{A0}»") else { return nil }
        if let mail = MailboxAddress.parse(typed) { return mail }
        fault("\(what)\u{A0}: \(MemberCheck.noMailbox(typed))", at: node.mark)
        return nil
    }

    /// The values of a list of words, each once.
    private mutating func words<Value>(_ node: Node, of what: String, in words: Words<Value>) -> Set<Value> {
        var found: Set<Value> = []
        for (typed, mark) in list(node, of: what) {
            guard let value = words.value(typed) else {
                fault(
                    "\(what)\u{A0}: \(shown(typed)) n’est pas connu\u{A0}; mots connus\u{A0}: \(words.list).", at: mark)
                continue
            }
            if !found.insert(value).inserted { fault("\(what)\u{A0}: \(shown(typed)) est écrit deux fois.", at: mark) }
        }
        return found
    }

    /// Things of the network, each once.
    private mutating func ids<Subject>(
        _ node: Node, of what: String, among known: [Identifier<Subject>]
    ) -> Set<Identifier<Subject>> {
        var found: Set<Identifier<Subject>> = []
        for (typed, mark) in list(node, of: what) {
            guard let id = id(typed, of: what, at: mark, among: known) else { continue }
            if !found.insert(id).inserted { fault("\(what)\u{A0}: \(shown(typed)) est écrit deux fois.", at: mark) }
        }
        return found
    }

    private mutating func grades(
        _ node: Node, of what: String, among known: [Identifier<Pool>]
    ) -> [Identifier<Pool>: PoolGrade] {
        var found: [Identifier<Pool>: PoolGrade] = [:]
        for entry in entries(node, of: what, known: nil) {
            guard let id = id(entry.key, of: what, at: entry.mark, among: known),
                let grade = word(entry.value, of: "\(what), \(shown(entry.typed))", in: .grades)
            else { continue }
            found[id] = grade
        }
        return found
    }

    private mutating func id<Subject>(
        _ name: String, of what: String, at mark: Mark?, among known: [Identifier<Subject>]
    ) -> Identifier<Subject>? {
        if let id = known.first(where: { $0.lastPart == name }) { return id }
        let names = listed(known.map(\.lastPart), none: "aucun")
        fault("\(what)\u{A0}: \(shown(name)) n’existe pas\u{A0}; connus\u{A0}: \(names).", at: mark)
        return nil
    }
}
