import HTML

/// One patient of the structure, with what it asked about them.
struct PatientModel: Sendable {
    var patient: PatientBannerModel
    var rows: [WorklistModel.Row]

    static let sample = PatientModel(patient: .sample, rows: WorklistModel.askerSample.rows)
}

struct PatientView: PageView {
    let model: PatientModel
    let frame: PageFrame

    init(_ model: PatientModel, in frame: PageFrame) {
        self.model = model
        self.frame = frame
    }

    func rendered() -> [UInt8] {
        Layout(frame: frame, title: "Patient", page: "patient").document {
            p(.class("way-back")) {
                a(.href(SitePath.patients.text)) {
                    Icon.arrowLeft.markup
                    " Mes patients"
                }
            }
            h1(.class("visually-hidden")) { "Patient" }
            PatientBanner(model: model.patient).markup
            h2 { "Demandes de votre structure" }
            if model.rows.isEmpty {
                EmptyView(model: EmptyModel(title: "Aucune demande envoyée pour ce patient")).markup
            } else {
                ol(.class("rows"), .data("worklist")) {
                    for row in model.rows { WorklistRowView(row: row).markup(frame.clock) }
                }
            }
        }
    }
}
