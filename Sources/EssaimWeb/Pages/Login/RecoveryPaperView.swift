import HTML

/// The codes for paper, shown once.
struct RecoveryPaperModel: Sendable {
    var codes: [String]
    /// Where one goes on.
    var next: SitePath

    static let sample = RecoveryPaperModel(
        codes: (0..<10).map { "7K3MPQ-0000\($0)A-XYZ4TR-91BVWN" }, next: .worklist)
}

struct RecoveryPaperView: PageView {
    let model: RecoveryPaperModel
    let frame: PageFrame

    init(_ model: RecoveryPaperModel, in frame: PageFrame) {
        self.model = model
        self.frame = frame
    }

    func rendered() -> [UInt8] {
        Layout(frame: frame, title: "Codes de secours", width: .narrow, page: "codes").document {
            div(.class("card login")) {
                h1 { "Vos codes de secours" }
                p {
                    "Si vous perdez votre téléphone ou votre clé, un de ces codes vous laisse entrer. Chacun ne sert "
                    "qu’une fois. "
                    strong { "Imprimez-les ou notez-les maintenant\u{A0}: ils ne seront plus montrés." }
                }
                ol(.class("recovery")) { for one in model.codes { li { code { one } } } }
                div(.class("button-row")) {
                    button(.type(button: .button), .class("button secondary"), .data("print"), .hidden()) { "Imprimer" }
                    a(.class("button primary"), .href(model.next.text)) { "Continuer" }
                }
            }
        }
    }
}
