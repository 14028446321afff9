import EssaimDomain
import EssaimTestSupport
import Testing

/// What each person of the town is to a demand of the asking practice, sent to the northern pool.
struct RelationTests {
    struct Row: Sendable {
        let person: Person
        let draft: String
        let submitted: String
        /// Taken by the senior.
        let taken: String
    }

    /// Written by hand: who, then what they are while it is a draft, sent, taken.
    static let rows: [Row] = [
        Row(person: .asker, draft: "asker", submitted: "asker", taken: "asker"),
        Row(person: .colleague, draft: "asker", submitted: "asker", taken: "asker"),
        Row(person: .delegate, draft: "asker", submitted: "asker", taken: "asker"),
        Row(person: .neighbour, draft: "", submitted: "", taken: ""),
        Row(person: .remote, draft: "", submitted: "", taken: ""),
        Row(person: .outsider, draft: "", submitted: "", taken: ""),
        Row(person: .senior, draft: "", submitted: "poolExpert", taken: "holder poolExpert"),
        Row(person: .second, draft: "", submitted: "poolExpert", taken: "poolExpert"),
        Row(person: .junior, draft: "", submitted: "poolExpert", taken: "poolExpert"),
        Row(person: .suspended, draft: "", submitted: "", taken: ""),
        Row(person: .southern, draft: "", submitted: "", taken: ""),
        Row(person: .regulator, draft: "", submitted: "regulator", taken: "regulator"),
        Row(person: .coordinator, draft: "", submitted: "coordinator", taken: "coordinator"),
        Row(person: .administrator, draft: "", submitted: "", taken: ""),
        Row(person: .elsewhere, draft: "", submitted: "", taken: ""),
    ]

    private func names(_ person: Person, _ request: AdviceRequest) -> String {
        Town.caller(person).relations(to: request).map(\.rawValue).sorted().joined(separator: " ")
    }

    @Test(arguments: rows)
    func `each is to a demand what the table says`(row: Row) {
        #expect(names(row.person, .sample(.draft)) == row.draft, "draft")
        #expect(names(row.person, .sample(.submitted)) == row.submitted, "submitted")
        for state in [RequestState.taken, .awaitingInformation, .answered, .closed, .declined, .cancelled] {
            #expect(names(row.person, .sample(state)) == row.taken, "\(state)")
        }
    }

    @Test(
        arguments: [
            // The southern expert's assignment, and what it makes of them.
            (Assignment.State.proposed, "poolExpert"), (.taken, "holder"), (.awaitingValidation, "holder"),
            (.answered, "holder"), (.declined, "holder"), (.released, ""),
        ])
    func `an assignment opens a demand to an expert of another pool until it is given up`(
        state: Assignment.State, relation: String
    ) {
        let assignment = Assignment(id: "a", expert: Person.southern.id, state: state, since: .sample)
        let request = AdviceRequest.sample(.taken).with(assignments: [assignment])
        #expect(names(.southern, request) == relation)
    }

    /// The southern expert as a member of these pools only.
    private func southern(in pools: [(pool: Pool, network: Network, grade: PoolGrade)]) -> Caller {
        Caller(
            person: .southern, structures: [],
            pools: pools.map { .init(pool: $0.pool.id, network: $0.network.id, grade: $0.grade) }, networks: [])
    }

    @Test func `a proposal does not outlive the membership for which it was made; what was taken does`() {
        let west = Pool(id: "west", name: "Ouest")
        for (state, whenGone) in [(Assignment.State.proposed, Set<Relation>()), (.taken, [.holder])] {
            let assignment = Assignment(id: "a", expert: Person.southern.id, state: state, since: .sample)
            let request = AdviceRequest.sample(.submitted).with(assignments: [assignment])
            #expect(southern(in: []).relations(to: request) == whenGone)
            #expect(southern(in: [(west, .other, .senior)]).relations(to: request) == whenGone, "another network's")
            #expect(!southern(in: [(.south, .sample, .junior)]).relations(to: request).isEmpty)
        }
    }

    @Test func `a junior of any pool of the network is one there, unless a senior of the demand's own`() {
        let request = AdviceRequest.sample(.submitted)
        let rows: [(pools: [(pool: Pool, network: Network, grade: PoolGrade)], isJunior: Bool)] = [
            ([], false), ([(.north, .sample, .senior)], false), ([(.north, .sample, .junior)], true),
            ([(.south, .sample, .senior)], false), ([(.south, .sample, .junior)], true),
            ([(.south, .sample, .junior), (.north, .sample, .senior)], false),
            ([(.south, .sample, .senior), (.north, .sample, .junior)], true),
            ([(.south, .other, .junior)], false),
        ]
        for (pools, isJunior) in rows { #expect(southern(in: pools).isJunior(to: request) == isJunior, "\(pools)") }
    }

    @Test func `who gave a demand up is a member of its pool again, no more`() {
        let assignments = [
            Assignment(id: "a", expert: Person.senior.id, state: .released, since: .sample),
            Assignment(id: "b", expert: Person.second.id, state: .taken, since: .sample),
        ]
        let request = AdviceRequest.sample(.taken).with(assignments: assignments)
        #expect(names(.senior, request) == "poolExpert")
        #expect(names(.second, request) == "holder poolExpert")
    }

    @Test func `who is asked beside the lead is invited, and a junior holds as a junior`() {
        let assignments = [
            Assignment(id: "a", expert: Person.junior.id, isJunior: true, state: .taken, since: .sample),
            Assignment(id: "b", expert: Person.southern.id, role: .invited, state: .taken, since: .sample),
        ]
        let request = AdviceRequest.sample(.taken).with(assignments: assignments)
        #expect(names(.southern, request) == "invited")
        #expect(names(.junior, request) == "juniorHolder poolExpert")
    }

    @Test func `only seniors of the pool validate, and only what awaits it`() {
        let awaiting = AdviceRequest.sample(.taken, holder: Person.junior.id, isJunior: true, held: .awaitingValidation)
        #expect(names(.second, awaiting) == "poolExpert validator")
        #expect(names(.junior, awaiting) == "juniorHolder poolExpert")
        #expect(names(.southern, awaiting) == "" && names(.regulator, awaiting) == "regulator")
        let drafting = AdviceRequest.sample(.taken, holder: Person.junior.id, isJunior: true)
        #expect(names(.second, drafting) == "poolExpert")
    }

    @Test func `a draft is seen by its structure alone, even by those who were named before`() {
        let assignment = Assignment(id: "a", expert: Person.southern.id, state: .taken, since: .sample)
        #expect(names(.southern, AdviceRequest.sample(.draft).with(assignments: [assignment])) == "")
    }

    @Test func `one person may be several things at once`() {
        let asker = Town.caller(.asker)
        let caller = Caller(
            person: .asker, structures: asker.structures,
            pools: [.init(pool: Pool.north.id, network: Network.sample.id, grade: .senior)],
            networks: [.init(network: Network.sample.id, role: .regulator)])
        #expect(caller.relations(to: .sample(.submitted)) == [.asker, .poolExpert, .regulator])
        #expect(caller.relations(to: .sample(.draft)) == [.asker])
    }
}
