import HTML

/// What, why, what to do; the reference small at the end.
public struct FaultView: PageView {
    let model: FaultModel
    let frame: PageFrame

    public init(_ model: FaultModel, in frame: PageFrame) {
        self.model = model
        self.frame = frame
    }

    public func rendered() -> [UInt8] {
        Layout(frame: frame, title: model.title, width: .narrow, page: "erreur").document {
            div(.class("fault")) {
                Brand.mark
                h1 { model.title }
                p { model.why }
                p { model.whatToDo }
                if let link = model.link {
                    p { a(.href(link.path.text), .class("button primary")) { link.title } }
                }
                if let reference = model.reference {
                    p(.class("reference")) {
                        "Référence "
                        code { reference }
                    }
                }
            }
        }
    }
}
