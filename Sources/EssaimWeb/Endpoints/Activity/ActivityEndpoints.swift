import EssaimDomain
import EssaimGate

extension Site {
    /// | method · path | policy |
    /// |---|---|
    /// | GET /suivi · chiffres.csv · demandes.csv | follow network: coordination and head, of their networks |
    static let activity: [Endpoint] = [
        Endpoint(.get, "/suivi", FollowNetwork.self) { grant, input in
            let activity = try await grant.activity(ActivityFilter(input.query))
            let page = grant.page(
                isDemonstration: activity.isDemonstration, offsets: activity.offsets, network: activity.network.name)
            return .page(ActivityView(ActivityModel(activity), in: page.frame(current: .activity)))
        },
        Endpoint(.get, "/suivi/chiffres.csv", FollowNetwork.self, pace: .export) { grant, input in
            let activity = try await grant.activity(ActivityFilter(input.query))
            var text = CSVText()
            for table in ActivityModel(activity).tables {
                text.append([table.title, table.note])
                text.append(table.columns)
                for row in table.rows { text.append(row) }
                text.append([])
            }
            return .csv(text, "suivi-\(activity.month)")
        },
        Endpoint(.get, "/suivi/demandes.csv", FollowNetwork.self, pace: .export) { grant, input in
            let (lines, month) = try await grant.export(ActivityFilter(input.query), input)
            return .csv(ActivityFile.text(lines, of: month), "suivi-demandes-\(month)")
        },
    ]
}

extension ActivityFilter {
    /// What the address asks; what is no month is no month.
    init(_ query: FormFields) {
        self.init(
            network: query.first(ActivityModel.networkName) ?? "",
            month: query.first(ActivityModel.monthName).flatMap { CivilMonth($0) },
            offer: query.first(ActivityModel.offerName) ?? "")
    }
}

extension Reply {
    fileprivate static func csv(_ text: CSVText, _ name: String) -> Reply {
        Reply(contentType: "text/csv; charset=utf-8", body: text.bytes, fileName: "\(name).csv", isInline: false)
    }
}
