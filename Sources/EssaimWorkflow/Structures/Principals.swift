import EssaimDomain

extension StructureReading {
    /// The professionals in whose name someone may write there: for a delegate or who is no professional, those whom their
    /// place names, or all; none for who writes in their own.
    public func principals(of person: Person, in structure: Identifier<Structure>) throws -> [Person] {
        guard let member = try member(person.id, of: structure), member.status == .active,
            member.terms.role == .delegate || !person.profession.isHealthProfessional
        else { return [] }
        let others = try professionals(of: structure, limit: StructureTerms.mostPrincipals).filter {
            $0.id != person.id
        }
        let named = member.terms.principals
        return named.isEmpty ? others : others.filter { named.contains($0.id) }
    }
}
