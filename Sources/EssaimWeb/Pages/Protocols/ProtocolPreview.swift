import EssaimDomain
import HTML

/// A form as the requester sees it; nothing is sent from here.
struct ProtocolPreview: PageView {
    struct Model: Sendable {
        var title: String
        var back: SitePath
        var guidance: FormGuidance
        var items: [FormItem]
        var slots: [ClinicalProtocol.AttachmentSlot]

        static let sample = Model(
            title: "Dermatologie", back: .protocols("sample"), guidance: .sample, items: FormItem.samples,
            slots: [.init(code: "wide", label: "Large", help: "La région entière.", minimum: 2, example: .wide)])
    }

    let model: Model
    let frame: PageFrame

    init(_ model: Model, in frame: PageFrame) {
        self.model = model
        self.frame = frame
    }

    func rendered() -> [UInt8] {
        Layout(frame: frame, title: "Aperçu, \(model.title)", width: .narrow, page: "apercu").document {
            p(.class("eyebrow")) { a(.href(model.back.text)) { "Revenir au formulaire" } }
            h1 { "Aperçu" }
            p(.class("help")) { "Ce que voit le demandeur, avec sa question et le patient. Rien n’est enregistré ici." }
            model.guidance.markup
            section(.class("part"), .id("specialite")) {
                h2 { model.title }
                for item in model.items { FormItemView(item: item, faults: []).markup }
            }
            if !model.slots.isEmpty {
                section(.class("part"), .id("photos")) {
                    h2 { "Photos" }
                    for slot in model.slots {
                        div(.class("slot")) {
                            if let example = slot.example { SlotDrawing(example: example).markup }
                            p(.class("strong")) {
                                "\(slot.label)\(slot.minimum > 1 ? ", \(slot.minimum) au moins" : "")"
                                if slot.isRequired { span(.class("required")) { "obligatoire" } }
                            }
                            p(.class("help")) { slot.help }
                        }
                    }
                }
            }
        }
    }
}
