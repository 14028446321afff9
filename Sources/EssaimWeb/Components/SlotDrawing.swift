import EssaimDomain
import HTML

/// Our own drawing of a well-taken picture, in the colours of the page.
struct SlotDrawing {
    var example: ClinicalProtocol.Example

    var markup: Markup {
        figure(.class("slot-example")) {
            Markup.trusted("<svg viewBox=\"0 0 96 64\" aria-hidden=\"true\">")
            Markup.trusted("<rect class=\"frame\" x=\"1\" y=\"1\" width=\"94\" height=\"62\" rx=\"4\"/>")
            Markup.trusted(drawing)
            Markup.trusted("</svg>")
            figcaption { example.word }
        }
    }

    private var drawing: StaticString {
        switch example {
        case .closeUp:
            """
            <path class="mark" d="M36 22c8-9 26-7 29 4s-3 20-16 20-21-15-13-24z"/>\
            <path d="M8 16V8h8M80 8h8v8M88 48v8h-8M16 56H8v-8"/>
            """
        case .wide:
            """
            <path d="M30 62c2-16 0-30 6-44 3-8 20-8 24 0 6 14 4 28 6 44"/><circle class="mark" cx="50" cy="34" r="4"/>
            """
        case .ruler:
            """
            <path class="mark" d="M30 16c10-8 32-6 35 5s-8 18-20 17-24-15-15-22z"/>\
            <path d="M12 46h72v12H12zM20 46v5M28 46v8M36 46v5M44 46v8M52 46v5M60 46v8M68 46v5M76 46v8"/>
            """
        case .dermoscopy:
            """
            <circle cx="48" cy="32" r="27"/><path class="mark" d="M38 24c6-7 20-5 22 3s-2 14-12 14-16-10-10-17z"/>\
            <path d="M42 28l12 8M44 36l10-10M40 32h16"/>
            """
        case .ecg:
            """
            <path d="M6 20h12l3-8 4 16 3-8h16l3-8 4 16 3-8h16l3-8 4 16 3-8h12\
            M6 44h12l3-8 4 16 3-8h16l3-8 4 16 3-8h16l3-8 4 16 3-8h12"/>
            """
        case .eye:
            """
            <path d="M12 32c14-22 58-22 72 0-14 22-58 22-72 0z"/><circle cx="48" cy="32" r="14"/>\
            <circle class="mark" cx="48" cy="32" r="6"/>
            """
        case .page:
            """
            <path d="M30 6h28l10 10v42H30zM58 6v10h10M37 24h22M37 31h22M37 38h22M37 45h14"/>
            """
        }
    }
}

extension ClinicalProtocol.Example {
    /// What it shows, in two words.
    var word: String {
        switch self {
        case .closeUp: "De près, nette"
        case .wide: "La région autour"
        case .ruler: "Avec une réglette"
        case .dermoscopy: "Au dermoscope"
        case .ecg: "Tracé entier"
        case .eye: "Paupières ouvertes"
        case .page: "Page entière, à plat"
        }
    }
}
