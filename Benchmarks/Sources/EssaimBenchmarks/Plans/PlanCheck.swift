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
        case .answeredByMe: "requests_answered_by"
        case .drafts: "requests_drafts"
        case .sent: "requests_sent"
        case .toComplete: "requests_to_complete"
        case .toRead: "requests_to_read"
        case .toClose: "requests_to_close"
        case .ended: "requests_ended"
        case .network: "requests_open_in_network"
        }
    }

    /// What is wrong with the plans of all lists, first pages, next pages and counts; empty when nothing is.
    static func faults(folder: String) throws -> [String] {
        var configuration = Configuration()
        configuration.readonly = true
        let file = try DatabaseQueue(path: folder + "/essaim.db", configuration: configuration)
        return try file.read { database in
            try WorklistKind.allCases.flatMap { list in
                let connection = ExplainingConnection(database)
                let lists = PortableTransaction(connection)
                let reader = Reader.of(list, rank: 0)
                let first = try lists.rows(list, of: reader, after: nil, limit: 51)
                let key = first.last.map { WorklistKey(sortKey: $0.sortKey, id: $0.id) }
                _ = try lists.rows(list, of: reader, after: key, limit: 51)
                _ = try lists.count(list, of: reader, upTo: 100)
                let plans = connection.plans.filter { $0.sql.contains("FROM requests r") }
                let missing = plans.count == 3 ? [] : ["\(list): \(plans.count) statements explained, not 3"]
                return missing + plans.flatMap { faults(in: $0, of: list) }
            }
        }
    }

    private static func faults(in plan: ExplainingConnection.Plan, of list: WorklistKind) -> [String] {
        let index = index(of: list)
        var faults: [String] = []
        let served = plan.steps.contains { $0.hasPrefix("SEARCH r USING") && $0.contains("INDEX \(index) (") }
        if !served { faults.append("\(list) does not use \(index)") }
        // The count's outer query runs over what the inner one, limited, gives it.
        for step in plan.steps where step.hasPrefix("SCAN") && step != "SCAN counted" { faults.append("\(list): \(step)") }
        for step in plan.steps where step.contains("TEMP B-TREE") { faults.append("\(list): \(step)") }
        return faults
    }
}
