/// The life of a demand, copied by hand from `docs/architecture.md`. Nothing here may be computed from the code:
/// a table made from the code proves nothing.
enum LifeOfADemand {
    /// « The life of a demand », line by line: state, relation, what it may do.
    static let page = """
        draft | asker | edit attach discard submit
        submitted | poolExpert | take setAside reorient
        submitted | regulator | assign reorient changeUrgency decline
        submitted | regulator | claimTriage leaveTriage passOn askBack redirect group ungroup
        submitted | coordinator | assign reorient raiseUrgency
        submitted | coordinator | claimTriage leaveTriage passOn askBack group ungroup
        submitted | receivingLine | acceptOrientation refuseOrientation
        submitted | asker | add cancel
        submitted | engine | remind widen handOver escalate
        taken | holder | askInformation answer release reorient openLinked decline proposeAppointment proposeCall
        taken | regulator | reassign
        taken | receivingLine | acceptOrientation refuseOrientation
        taken | asker | add cancel
        awaitingInformation | asker | giveInformation cancel
        awaitingInformation | holder | answer release decline
        awaitingInformation | regulator | passOn redirect
        awaitingInformation | coordinator | passOn
        answered | asker | read followUp recordPatientTold close
        answered | holder | amend
        answered | engine | archiveUnclosed
        answered | receivingLine | acceptOrientation refuseOrientation
        declined | engine | archiveUnclosed
        closed | asker | read addFact correctIdentity copy
        declined | asker | read addFact correctIdentity copy
        cancelled | asker | read addFact correctIdentity copy
        closed | holder | erratum
        declined | holder | erratum
        cancelled | holder | erratum
        """

    /// What the sentences under that table add, and what its lines imply without saying it.
    static let sentences = """
        draft | asker | detach
        submitted | asker | attach withdrawAttachment correctIdentity
        taken | asker | attach withdrawAttachment correctIdentity
        awaitingInformation | asker | attach withdrawAttachment correctIdentity
        answered | asker | withdrawAttachment correctIdentity
        closed | asker | withdrawAttachment
        declined | asker | withdrawAttachment
        cancelled | asker | withdrawAttachment
        taken | holder | draftAnswer
        awaitingInformation | holder | draftAnswer
        taken | juniorHolder | draftAnswer submitForValidation askInformation release
        awaitingInformation | juniorHolder | draftAnswer submitForValidation release
        taken | validator | validate
        awaitingInformation | validator | validate
        taken | engine | remind handOver escalate
        awaitingInformation | engine | remind escalate
        answered | engine | remind escalate
        declined | engine | remind
        """

    /// « A patient to be seen », under that table.
    static let visits = """
        submitted | secretary | bookVisit recordSeen recordMissed recordUnreachable endVisit
        taken | holder | bookVisit recordSeen recordMissed recordUnreachable endVisit
        taken | juniorHolder | bookVisit recordSeen recordMissed recordUnreachable endVisit
        taken | secretary | bookVisit recordSeen recordMissed recordUnreachable endVisit
        awaitingInformation | holder | bookVisit recordSeen recordMissed recordUnreachable endVisit
        awaitingInformation | juniorHolder | bookVisit recordSeen recordMissed recordUnreachable endVisit
        awaitingInformation | secretary | bookVisit recordSeen recordMissed recordUnreachable endVisit
        answered | holder | bookVisit recordSeen recordMissed recordUnreachable endVisit
        answered | juniorHolder | bookVisit recordSeen recordMissed recordUnreachable endVisit
        answered | secretary | bookVisit recordSeen recordMissed recordUnreachable endVisit
        closed | holder | bookVisit recordSeen recordMissed recordUnreachable endVisit
        closed | juniorHolder | bookVisit recordSeen recordMissed recordUnreachable endVisit
        closed | secretary | bookVisit recordSeen recordMissed recordUnreachable endVisit
        declined | holder | bookVisit recordSeen recordMissed recordUnreachable endVisit
        declined | juniorHolder | bookVisit recordSeen recordMissed recordUnreachable endVisit
        declined | secretary | bookVisit recordSeen recordMissed recordUnreachable endVisit
        cancelled | holder | bookVisit recordSeen recordMissed recordUnreachable endVisit
        cancelled | juniorHolder | bookVisit recordSeen recordMissed recordUnreachable endVisit
        cancelled | secretary | bookVisit recordSeen recordMissed recordUnreachable endVisit
        """

    /// Where an action leads from a state; an action that is not here changes no state.
    static let moves = """
        draft | submit | submitted
        submitted | take | taken
        submitted | reorient | submitted
        submitted | decline | declined
        submitted | cancel | cancelled
        submitted | handOver | submitted
        submitted | passOn | submitted
        submitted | askBack | awaitingInformation
        submitted | redirect | declined
        submitted | acceptOrientation | answered
        submitted | refuseOrientation | declined
        taken | acceptOrientation | answered
        taken | refuseOrientation | declined
        awaitingInformation | passOn | submitted
        awaitingInformation | redirect | declined
        taken | release | submitted
        taken | reorient | submitted
        taken | reassign | submitted
        taken | handOver | submitted
        taken | askInformation | awaitingInformation
        taken | answer | answered
        taken | validate | answered
        taken | decline | declined
        taken | cancel | cancelled
        awaitingInformation | giveInformation | taken
        awaitingInformation | release | submitted
        awaitingInformation | answer | answered
        awaitingInformation | validate | answered
        awaitingInformation | decline | declined
        awaitingInformation | cancel | cancelled
        answered | followUp | taken
        answered | close | closed
        answered | archiveUnclosed | closed
        """

    /// Neither asks for the version nor changes it.
    static let versionless: Set<String> = ["attach", "detach", "draftAnswer", "remind", "widen", "escalate"]

    /// State → relation → names of actions.
    static let table: [String: [String: Set<String>]] = lines([page, sentences, visits].joined(separator: "\n")).reduce(
        into: [:]) {
            table, line in
            table[line[0], default: [:]][line[1], default: []].formUnion(line[2].split(separator: " ").map(String.init))
        }

    static func allows(_ action: String, in state: String, to relation: String) -> Bool {
        table[state]?[relation]?.contains(action) == true
    }

    /// In any state at all.
    static func everAllows(_ action: String, to relation: String) -> Bool {
        table.values.contains { $0[relation]?.contains(action) == true }
    }

    static func state(after action: String, from state: String) -> String {
        destinations[state + " " + action] ?? state
    }

    private static let destinations: [String: String] = lines(moves).reduce(into: [:]) {
        $0[$1[0] + " " + $1[1]] = $1[2]
    }

    static func lines(_ text: String) -> [[String]] {
        text.split(separator: "\n").map { line in
            line.split(separator: "|").map { String($0.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }
        }
    }
}
