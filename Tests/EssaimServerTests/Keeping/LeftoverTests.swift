import EssaimDomain
import EssaimTestSupport
import EssaimWorkflow
import Testing

@testable import EssaimServer

/// What the end of one demand takes, table by table, and what it leaves to others.
@Suite struct LeftoverTests {
    /// Written by hand from the schema: each table that points at a demand, and by which column. The history apart, whose
    /// rows stay without words.
    private static let pointers = [
        ("emergency_accesses", "request_id"), ("alarms", "request_id"), ("record_marks", "request_id"),
        ("linked_requests", "request_id"), ("linked_requests", "origin_id"), ("problems", "request_id"),
        ("notices", "request_id"), ("guarantee_steps", "request_id"), ("request_reaches", "request_id"),
        ("follow_ups_told", "request_id"),
        ("jobs", "request_id"), ("search_documents", "request_id"), ("acts", "request_id"), ("reports", "request_id"),
        ("attachments", "request_id"), ("request_keys", "request_id"), ("thread_entries", "request_id"),
        ("answers", "request_id"), ("set_asides", "request_id"), ("assignments", "request_id"),
    ]

    private func isEmpty(_ table: String, _ column: String, of demand: String, in town: ServedTown) throws -> Bool {
        try town.ledger.look.texts("SELECT count(*) FROM \(table) WHERE \(column) = '\(demand)'") == ["0"]
    }

    @Test func `every row that points at an erased demand goes with it, in each table by its name`() async throws {
        try await ServedTown.open { town in
            let demand = try await town.endedDemand()
            _ = try await town.openInEmergency(demand, by: try await town.browser(of: .southern))
            try await town.tellBeside(demand)
            try town.point(at: demand)
            try await town.come(to: "2031-11-23")
            #expect(try await town.carryOut().archived == 1)
            for (table, column) in Self.pointers {
                #expect(try !isEmpty(table, column, of: demand, in: town), "\(table).\(column)")
            }
            try await town.come(to: "2046-11-24")
            #expect(try await town.carryOut().purged == 1)
            for (table, column) in Self.pointers {
                #expect(try isEmpty(table, column, of: demand, in: town), "\(table).\(column)")
            }
            let left = try town.ledger.counts()
            #expect(left["emergency_notices_read"] == 0 && left["claim_lines"] == 0)
            #expect(left["alarms"] > 0, "an alarm stays, without what it was about")
            #expect(try town.ledger.look.texts("SELECT detail FROM alarms WHERE detail <> ''") == [])
        }
    }

    @Test func `what is erased because it was asked leaves no file either`() async throws {
        try await ServedTown.open { town in
            let number = try await town.number(of: try await town.endedDemand())
            try await town.come(to: "2046-11-24")
            #expect(try town.storedFiles().count == 1)
            try await town.server.erase(numbered: number)
            #expect(try town.storedFiles().isEmpty)
        }
    }

    @Test func `a patient stays for the demand of theirs that is held, and goes with the last`() async throws {
        try await ServedTown.open { town in
            try await town.closedDemands(1)
            try await town.keep(.sample(.closed, id: "held", rank: 42, patient: "old-0"))
            let number = try await town.number(of: "held")
            try await town.server.hold(numbered: number, reason: "Enquête")
            try await town.come(to: "2031-11-23")
            #expect(try await town.carryOut().archived == 2)
            try await town.come(to: "2046-11-24")
            #expect(try await town.carryOut().purged == 1)
            #expect(try await town.stored("closed-0") == nil)
            #expect(try await town.stored("held") != nil)
            #expect(try town.places(of: ["Ancienne"]).contains("patients"))
            try await town.server.hold(numbered: number, reason: nil)
            #expect(try await town.carryOut().purged == 1)
            #expect(try town.places(of: ["Ancienne"]) == [])
        }
    }

    @Test func `what was erased is counted in its own network alone`() async throws {
        try await ServedTown.open { town in
            try await town.closedDemands(2)
            try await town.come(to: "2031-11-23")
            #expect(try await town.carryOut().archived == 2)
            try await town.come(to: "2046-11-24")
            #expect(try await town.carryOut().purged == 2)
            for (network, count) in [(Network.sample.id, 2), (Network.other.id, 0)] {
                let question = ActivityQuestion(network: network, from: .sample - .days(60), until: .sample + .days(60))
                let received = try await town.server.store.read { reader in
                    let lines = try reader.activityByOffer(question, at: .sample).map(\.counts.received)
                    return [try reader.activity(question, at: .sample).received, lines.reduce(0, +)]
                }
                #expect(received == [count, count], "\(network)")
            }
        }
    }
}

extension ServedTown {
    /// A row of its own in each table that no story of the tests brings to that demand.
    fileprivate func point(at demand: String) throws {
        for sql in [
            """
            INSERT INTO emergency_notices_read(access_id, person_id, at)
            SELECT id, 'asker', 1 FROM emergency_accesses
            """,
            """
            INSERT INTO alarms(id, at, kind, network_id, person_id, request_id, detail)
            VALUES ('alarm', 1, 'confidentiality', 'network', 'southern', '\(demand)', 'Mots')
            """,
            "INSERT INTO linked_requests(request_id, origin_id) VALUES ('\(demand)', 'opened')",
            """
            INSERT INTO notices(id, mark, person_id, request_id, event, channel, is_pressing, state, made_at,
                planned_at, send_at, attempts)
            VALUES ('notice', 'mark', 'asker', '\(demand)', 'answered', 'mail', FALSE, 'sent', 1, 1, 1, 1)
            """,
            """
            INSERT INTO guarantee_steps(request_id, owed, holding, since, act, ordinal, done_at, is_overtaken)
            VALUES ('\(demand)', 'answer', '', 1, 'remind', 1, 1, FALSE)
            """,
            """
            INSERT INTO request_reaches(request_id, pool_id, is_waiting) VALUES ('\(demand)', 'pool-south', FALSE)
            """,
            "INSERT INTO follow_ups_told(request_id, reason, watched_at) VALUES ('\(demand)', 'unread', 1)",
            """
            INSERT INTO jobs(id, kind, request_id, version, answer, run_at, attempts, finished_at)
            VALUES ('job', 'issueReport', '\(demand)', 99, 1, 1, 1, 1)
            """,
            """
            INSERT INTO claim_batches(id, structure_id, number, period, unit, made_by, made_at, line_count, columns)
            VALUES ('batch', 'office', 99, '2026-11', '', 'billing-office', 1, 1, '[]')
            """,
            """
            INSERT INTO claim_lines(batch_id, position, structure_id, name, act_id, is_reversal, cells)
            SELECT 'batch', 1, 'office', 'line', min(id), FALSE, '[]' FROM acts WHERE request_id = '\(demand)'
            """,
            "INSERT INTO set_asides(request_id, person_id) VALUES ('\(demand)', 'second')",
        ] { try ledger.execute(sql) }
    }
}
