import EssaimDomain
import EssaimNetworkFiles
import EssaimWorkflow

/// One file applied to one network, inside its transaction: everything is compared, then written.
struct NetworkApplication {
    let checked: NetworkFile.Checked
    let tx: any StoreWriter
    let leaving: any HolderLeaving
    let now: Instant

    private var network: Network { checked.network }

    func perform(isRehearsal: Bool) throws -> AppliedNetwork {
        let ofNetwork = NetworkDifference(between: try tx.network(network.id), and: network).lines
        let plan = try checked.declaration.members.map {
            try tx.plan($0, of: network, isWhole: true, at: now)
        }
        try plan.map(refuseDoubles)
        let ofMembers = try plan.map(lines) ?? []
        let rota = try self.rota(plan)
        let ofDuties = NetworkDifference.lines(duties: rota.old, rota.new.map(\.declared))
        if !isRehearsal {
            if !ofNetwork.isEmpty { try tx.save(network) }
            if let plan { _ = try tx.apply(plan, to: network.id, leaving: leaving, at: now) }
            if !ofDuties.isEmpty, try tx.replaceDuties(of: network.id, from: rota.new.map(\.duty), at: now) {
                try tx.renew(network.id)
            }
            if !ofNetwork.isEmpty { try tx.reviewGuarantees(in: network.id, at: now) }
            let changes = ofNetwork.count + ofMembers.count + ofDuties.count
            if changes > 0 {
                try tx.append(
                    HistoryRecorder().entry(
                        "network.apply", at: now, by: nil, network: network.id, detail: ["changes": String(changes)]))
            }
        }
        return AppliedNetwork(
            network: network, difference: ofNetwork + ofMembers + ofDuties,
            warnings: checked.warnings.map(\.french) + (try plan.map(remarks) ?? []))
    }

    private func lines(_ plan: MemberPlan) throws -> [String] {
        let held = try tx.heldDemands(by: plan.leaving, in: network.id)
        return NetworkDifference.lines(
            members: plan.steps.map { step in
                .init(old: step.old, new: step.new, returned: held[step.person] ?? 0)
            })
    }

    private func refuseDoubles(_ plan: MemberPlan) throws {
        guard !plan.doubles.isEmpty else { return }
        throw NetworkFileFaults(
            plan.doubles.map { first, second in
                NetworkFileFault(
                    line: nil,
                    message: "les membres «\u{A0}\(first)\u{A0}» et «\u{A0}\(second)\u{A0}» sont la même personne.")
            })
    }

    private struct KeptDuty {
        let declared: DeclaredDuty
        let duty: Duty
    }

    /// The rota as it stands and as the file says it; both empty for a file that leaves it.
    private func rota(_ plan: MemberPlan?) throws -> (old: [DeclaredDuty], new: [KeptDuty]) {
        guard let declared = checked.declaration.duties else { return ([], []) }
        let standing = try tx.members(of: network.id)
        let members = standing.declared()
        if plan == nil { try checked.check(against: members) }
        let keys = Dictionary(zip(standing, members).map { ($0.person.id, $1.key) }, uniquingKeysWith: { a, _ in a })
        let people = plan?.people ?? Dictionary(keys.map { ($1, $0) }, uniquingKeysWith: { a, _ in a })
        // By their new keys: a key that changes is no change of the rota.
        let named = keys.merging(people.map { ($1, $0) }, uniquingKeysWith: { $1 })
        let duties = try tx.rota(of: network.id).duties
        let own = Set(duties.map(\.id))
        let new = declared.compactMap { declared -> KeptDuty? in
            guard let person = people[declared.member] else { return nil }
            var declared = declared
            // One that was added on a page bears a name of its own, without the network's.
            let short = Identifier<Duty>(String(declared.id.rawValue.dropFirst(network.id.rawValue.count + 1)))
            if own.contains(short) { declared.id = short }
            return KeptDuty(declared: declared, duty: declared.duty(of: person))
        }
        let old = duties.map { DeclaredDuty($0, keptBy: named[$0.person] ?? $0.person.rawValue) }
        return (old, new)
    }

    /// What the file says of people that is not done, or leaves something behind.
    private func remarks(_ plan: MemberPlan) throws -> [String] {
        var remarks = plan.keptNames.map { member in
            "le membre «\u{A0}\(member.key)\u{A0}»\u{A0}: nom, profession et spécialité restent ceux de son compte."
        }
        let left = Dictionary(
            plan.steps.compactMap { step in step.new == nil ? (step.person, step.old?.name ?? "") : nil },
            uniquingKeysWith: { a, _ in a })
        if checked.declaration.duties == nil, !left.isEmpty {
            let theirs = Dictionary(
                grouping: try tx.rota(of: network.id).duties.filter { left[$0.person] != nil }, by: \.person)
            remarks += theirs.sorted { $0.key < $1.key }.map { person, duties in
                "\(left[person] ?? "") n’est plus membre et reste au tableau des permanences\u{A0}: \(duties.count)."
            }
        }
        return remarks
    }
}
