import HTML

/// A place for files: what was sent, and a small form of its own to send another. A script takes its place: several files
/// at a time, the camera, a line for each.
struct PhotoSlotView {
    var model: PhotoSlotModel

    var markup: Markup {
        section(
            .class(model.photos.isEmpty ? "slot" : "slot filled"), .data("slot", model.slot),
            .data("slot-label", model.label), model.isRequired ? .data("required") : nil
        ) {
            sending
            ul(.class("sendings"), .data("sendings"), .aria("label", "Envois, \(model.label)"))
            PhotoStrip(photos: model.photos).markup
        }
    }

    private var sending: Markup {
        let id = "photo-\(model.slot)"
        let count = model.minimum > 1 ? " \(model.minimum)\u{A0}photos au moins." : ""
        let field = Field(
            name: PhotoSlotModel.fileName, label: model.label, help: model.help + count, error: model.error,
            isRequired: model.isRequired, id: id)
        return form(
            .method(.post), .action(model.path.text), .enctype(.multipart), .class("slot-form"), .data("upload"),
            .data("once")
        ) {
            SealFields(seal: model.seal).markup
            input(.type(.hidden), .name(PhotoSlotModel.slotName), .value(model.slot))
            if let example = model.example { SlotDrawing(example: example).markup }
            div(.class(model.error == nil ? "field" : "field faulty")) {
                HTML.label(.for(id), .class("slot-label")) {
                    Icon.camera.markup
                    span { field.caption }
                }
                button(.type(button: .button), .class("button secondary take"), .data("camera"), .hidden()) {
                    Icon.camera.markup
                    "Prendre une photo"
                }
                input(
                    attributes: field.ties + [
                        .type(.file), .accept(PhotoSlotModel.accepted), .class("input file"), .required(),
                    ])
                HTML.label(.for(id), .class("button secondary pick"), .aria("hidden", "true")) {
                    model.photos.isEmpty ? "Choisir" : "Ajouter"
                }
                field.notes
            }
            p(.class("upload-state"), .data("upload-state"), .role("status"))
            button(.type(button: .submit), .class("button secondary small"), .data("send-plainly")) {
                model.photos.isEmpty ? "Envoyer la photo" : "Ajouter la photo"
            }
        }
    }
}
