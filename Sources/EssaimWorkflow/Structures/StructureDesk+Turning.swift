import EssaimDomain

extension StructureDesk {
    /// Opens and closes what its days open and close by now, each with its entry; so many at most, and whether more may be due.
    /// - Parameter person: of them alone, before they are answered.
    @discardableResult
    public func turn(of person: Identifier<Person>? = nil, limit: Int = 100) async throws -> Bool {
        let now = clock.now()
        guard try await store.read({ try !$0.turning(by: now, of: person, limit: 1).isEmpty }) else { return false }
        let turned = try await store.write { tx in
            let due = try tx.turning(by: now, of: person, limit: limit)
            for member in due {
                guard let turned = member.turned(at: now), try tx.save(turned) else { continue }
                try tx.append(
                    recorder.entry(
                        turned.status == .active ? "structure.begin" : "structure.over", at: now,
                        by: try tx.person(member.person), detail: ["structure": member.structure.rawValue]))
            }
            return due.count
        }
        if turned > 0 { bulletin.post(.people) }
        return turned == limit
    }
}
