import EssaimDomain
import EssaimStorage
import EssaimWorkflow

extension EssaimServer {
    /// Makes someone an administrator of the structures where they are active, or of those of that name: for a structure that
    /// nobody administers. Gives those that it changed; none when there is nothing to change.
    public func administer(_ login: String, structure name: String? = nil) async throws -> [Structure] {
        let now = clock.now()
        let changed = try await store.write { tx -> [Structure] in
            guard let account = try tx.account(login: login.trimmed.lowercased()),
                let caller = try tx.caller(account.person)
            else { return [] }
            let places = caller.structures.filter {
                $0.role != .administrator && (name.map { $0.trimmed } ?? $0.structure.name) == $0.structure.name
            }
            // A person has a few places at most.
            for place in places {
                guard let member = try tx.member(account.person, of: place.structure.id),
                    case .success(let named) = member.changed(
                        by: .place(StructureTerms(role: .administrator)), at: now, in: LocalTime(),
                        isLastAdministrator: false),
                    try tx.save(named)
                else { continue }
                try tx.append(
                    HistoryRecorder().entry(
                        "structure.place", at: now, by: nil,
                        detail: [
                            "structure": place.structure.id.rawValue, "member": account.person.rawValue,
                            "place": StructurePlace.administrator.rawValue,
                        ]))
            }
            return places.map(\.structure)
        }
        if !changed.isEmpty { engine.bulletin.post(.people) }
        return changed
    }
}
