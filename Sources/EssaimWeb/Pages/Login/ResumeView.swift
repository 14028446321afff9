import HTML

/// A form that met an expired session, after the sign-in: as it was, under the new session's token.
struct ResumeModel: Sendable {
    var path: SitePath
    var csrf: String
    var fields: [SignInResume.Field]

    static let sample = ResumeModel(
        path: .reply("sample"), csrf: "jeton", fields: [.init(name: "text", value: "Lésion suspecte.")])
}

struct ResumeView: PageView {
    let model: ResumeModel
    let frame: PageFrame

    init(_ model: ResumeModel, in frame: PageFrame) {
        self.model = model
        self.frame = frame
    }

    func rendered() -> [UInt8] {
        Layout(frame: frame, title: "Reprendre", width: .narrow, page: "reprise").document {
            div(.class("card login")) {
                h1 { "Vous revoilà" }
                p { "Ce que vous écriviez est intact. Reprenez l’envoi là où il s’est arrêté." }
                form(.method(.post), .action(model.path.text), .data("once")) {
                    input(.type(.hidden), .name(FormSeal.csrfName), .value(model.csrf))
                    for field in model.fields {
                        input(.type(.hidden), .name(field.name), .value(field.value))
                    }
                    button(.type(button: .submit), .class("button primary wide")) { "Reprendre l’envoi" }
                }
            }
        }
    }
}
