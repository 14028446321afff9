import HTML

/// A place for a photograph: what was sent, and a small form of its own to send another.
struct PhotoSlotView {
    var model: PhotoSlotModel

    var markup: Markup {
        let id = "photo-\(model.slot)"
        let field = Field(
            name: PhotoSlotModel.fileName, label: model.label, help: model.help, error: model.error,
            isRequired: model.isRequired, id: id)
        return section(.class(model.photos.isEmpty ? "slot" : "slot filled"), .data("slot")) {
            form(
                .method(.post), .action(model.path.text), .enctype(.multipart), .class("slot-form"), .data("upload"),
                .data("once")
            ) {
                SealFields(seal: model.seal).markup
                input(.type(.hidden), .name(PhotoSlotModel.slotName), .value(model.slot))
                div(.class(model.error == nil ? "field" : "field faulty")) {
                    HTML.label(.for(id), .class("slot-label")) {
                        Icon.camera.markup
                        span { field.caption }
                    }
                    input(
                        attributes: field.ties + [
                            .type(.file), .accept("image/jpeg,image/png"),
                            .class("input file"), .required(),
                        ])
                    HTML.label(.for(id), .class("button secondary pick"), .aria("hidden", "true")) {
                        model.photos.isEmpty ? "Prendre ou choisir" : "Ajouter"
                    }
                    field.notes
                }
                p(.class("upload-state"), .data("upload-state"), .role("status"))
                button(.type(button: .submit), .class("button secondary small")) {
                    model.photos.isEmpty ? "Envoyer la photo" : "Ajouter la photo"
                }
            }
            PhotoStrip(photos: model.photos).markup
        }
    }
}
