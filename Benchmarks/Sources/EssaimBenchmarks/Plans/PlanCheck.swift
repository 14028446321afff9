import EssaimDomain
import EssaimStorage
import EssaimWorkflow
import GRDB

/// Each list must be read from its own index, in its order: no scan, nothing sorted. Otherwise it slows with what is over.
enum PlanCheck {
    /// Written by hand from the schema: which index serves which list.
    static func index(of list: WorklistKind) -> String {
        switch list {
        case .toTake: "requests_to_take"
        case .mine: "requests_mine"
        case .waiting: "requests_waiting"
        case .toValidate: "assignments_to_validate"
        case .answeredByMe: "requests_answered_by"
        case .drafts: "requests_drafts"
        case .sent: "requests_sent"
        case .toComplete: "requests_to_complete"
        case .toRead: "requests_to_read"
        case .news: "requests_with_news"
        case .toClose: "requests_to_close"
        case .ended: "requests_ended"
        case .network: "requests_open_in_network"
        case .unreadInNetwork: "requests_unread_in_network"
        case .toTriage, .triageLate: "requests_to_triage"
        case .triageWaiting: "requests_triage_waiting"
        case .triageUrgent: "requests_regulated_urgent"
        case .toReceive: "requests_to_receive"
        }
    }

    /// A handful of demands named in assignments: found by those, then looked up one by one and sorted.
    private static func namedIndex(in sql: String) -> String? {
        if sql.contains("a.state = 'proposed'") { return "assignments_proposed" }
        return sql.contains("a.state = 'awaitingValidation'") ? "assignments_to_validate" : nil
    }

    /// What is wrong with the plans of all lists, first pages, next pages and counts; empty when nothing is.
    static func faults(folder: String, at now: Instant) throws -> [String] {
        var configuration = Configuration()
        configuration.readonly = true
        let file = try DatabaseQueue(path: folder + "/essaim.db", configuration: configuration)
        return try file.read { database in
            try WorklistKind.allCases.flatMap { list in
                let connection = ExplainingConnection(database)
                let lists = PortableTransaction(connection)
                let reader = Reader.of(list, rank: 0)
                let first = try lists.rows(list, of: reader, at: now, after: nil, limit: 51)
                let key = first.last.map { WorklistKey(sortKey: $0.sortKey, id: $0.id) }
                _ = try lists.rows(list, of: reader, at: now, after: key, limit: 51)
                _ = try lists.count(list, of: reader, at: now, upTo: 100)
                let plans = connection.plans.filter { $0.sql.contains("FROM requests r") }
                let missing = plans.count >= 3 ? [] : ["\(list): \(plans.count) statements explained, not 3"]
                return missing + plans.flatMap { faults(in: $0, of: list) }
            }
        }
    }

    private static func faults(in plan: ExplainingConnection.Plan, of list: WorklistKind) -> [String] {
        let named = namedIndex(in: plan.sql)
        let index = named ?? index(of: list)
        let served =
            plan.steps.contains { $0.hasPrefix("SEARCH") && $0.contains("INDEX \(index) (") }
            || plan.steps.contains { named != nil && $0.hasPrefix("SCAN a USING") && $0.hasSuffix("INDEX \(index)") }
        let absent = served ? [] : ["\(list) does not use \(index): \(plan.steps.joined(separator: " | "))"]
        return absent + plan.steps.filter { isCostly($0, named) }.map { "\(list): \($0)" }
    }

    /// A table read whole, or rows sorted after they were read.
    private static func isCostly(_ step: String, _ named: String?) -> Bool {
        // The count's outer query runs over what the inner one, limited, gives it.
        if step.hasPrefix("SCAN") { return step != "SCAN counted" && !(named.map(step.hasSuffix) ?? false) }
        return named == nil && step.contains("TEMP B-TREE")
    }
}
