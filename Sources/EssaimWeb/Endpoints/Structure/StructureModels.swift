import EssaimDomain
import EssaimGate
import EssaimWorkflow

extension Grant where P == KeepStructure {
    func structureModel(after: Identifier<Person>? = nil) async throws -> (StructureModel, PageMaking)? {
        guard let kept = try await structurePage(after: after) else { return nil }
        let page = page(kept.surroundings)
        let id = kept.structure.id.rawValue
        let model = StructureModel(
            id: id, name: "\(kept.facts.name), \(kept.facts.communeName)",
            others: kept.all.filter { $0.id != kept.structure.id }.map {
                PageFrame.Link(title: $0.name, path: .structure($0.id.rawValue))
            }, seal: page.seal(version: kept.version), members: kept.members.map { kept.line($0, in: id) },
            first: after == nil ? nil : .structure(id),
            next: kept.next.map { .structure(id, after: $0.rawValue) },
            offers: kept.invitations.map {
                StructureModel.Offer(
                    address: $0.address.text, place: $0.terms.words, at: $0.at, isRefused: $0.state == .refused,
                    removal: .withdrawInvitation(id, $0.id.rawValue))
            }, terms: TermsForm(professionals: kept.professionals.choices), facts: TypedStructure(kept.facts))
        return (model, page)
    }

    func memberModel() async throws -> (StructureMemberModel, PageMaking)? {
        guard let kept = try await memberPage() else { return nil }
        let (page, member) = (page(kept.surroundings), kept.member)
        let model = StructureMemberModel(
            structure: kept.structure.id.rawValue, id: member.person.rawValue, name: kept.person.shownName,
            profession: kept.person.professionWords, state: "\(member.terms.words), \(member.statusWords)",
            status: member.status, isAwaited: member.isAwaited, seal: page.seal(version: member.version),
            terms: TermsForm(typed: TypedTerms(member.terms), professionals: kept.professionals.choices))
        return (model, page)
    }
}

extension StructurePage {
    fileprivate func line(_ one: (member: StructureMember, person: Person), in id: String) -> StructureModel.Line {
        let names = one.member.terms.principals.compactMap { principals[$0]?.shownName }
        return StructureModel.Line(
            name: one.person.shownName, profession: one.person.professionWords, place: one.member.terms.words,
            principals: names.isEmpty ? "" : "pour \(French.list(names))", status: one.member.statusWords,
            isOpen: one.member.status == .active, since: one.member.since,
            path: .structureMember(id, one.person.id.rawValue))
    }
}

extension [Person] {
    fileprivate var choices: [(id: String, name: String)] { map { ($0.id.rawValue, $0.shownName) } }
}

extension ProfileInvitations.Offer {
    init(_ offered: OfferedPlace) {
        let terms = offered.invitation.terms
        self.init(
            id: offered.invitation.id.rawValue,
            structure: "\(offered.structure.name), \(offered.structure.communeName)",
            place: "\(terms.words)\u{A0}: \(terms.place.note)", by: offered.by.shownName)
    }
}
