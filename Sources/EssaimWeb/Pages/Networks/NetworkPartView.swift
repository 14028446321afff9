import EssaimDomain
import HTML

/// One part of a network: its keys as fields, in the words of its file.
struct NetworkPartView: PageView {
    let model: NetworkPartModel
    let frame: PageFrame

    init(_ model: NetworkPartModel, in frame: PageFrame) {
        self.model = model
        self.frame = frame
    }

    func rendered() -> [UInt8] {
        Layout(frame: frame, title: model.title, width: .narrow, page: "reseau-partie").document {
            p(.class("eyebrow")) {
                a(.href(SitePath.network(model.network).text)) { model.networkName }
                if model.section != .identity {
                    " · "
                    a(.href(SitePath.network(model.network, model.section).text)) { model.section.word }
                }
            }
            h1 { model.title }
            if model.isStale { NoticeView(model: Self.stale).markup }
            FaultSummary(faults: model.faults).markup
            if model.mayChange { writing } else { reading }
            if model.mayChange, !model.isNew, model.section != .identity { retiring }
        }
    }

    private var writing: Markup {
        form(
            .method(.post), .action(model.path.text), .class("part stack"), .id("partie"), .data("once"), .novalidate()
        ) {
            SealFields(seal: model.seal).markup
            if model.isNew {
                TextInput(
                    field: Field(
                        name: NetworkPartModel.name, label: "Nom court",
                        help: "Minuscules sans accent, chiffres et tirets\u{A0}: saint-malo. Il ne changera plus.",
                        error: model.faults.message(for: NetworkPartModel.name), isRequired: true), value: model.id
                ).markup
            }
            for line in model.lines { control(line) }
            button(.type(button: .submit), .class("button primary"), .name("geste"), .value("enregistrer")) {
                "Enregistrer"
            }
        }
    }

    private func control(_ line: NetworkPartModel.Line) -> Markup {
        let field = Field(
            name: line.key, label: line.said.label, help: line.said.help, error: model.faults.message(for: line.key))
        switch line.said.control {
        case .line: return TextInput(field: field, value: line.value).markup
        case .area(let rows):
            let lines = line.value.utf8.lazy.filter { $0 == UInt8(ascii: "\n") }.count + 1
            return TextArea(field: field, value: line.value, limit: 100_000, rowCount: min(max(rows, lines), 16)).markup
        case .choice(let options, let none):
            let isKnown = line.value.isEmpty || options.contains { $0.value == line.value }
            let meant = isKnown ? options : options + [(value: line.value, label: line.value)]
            return SelectList(
                field: field, options: meant.map { .init(value: $0.value, label: $0.label) }, chosen: line.value,
                none: none
            ).markup
        }
    }

    /// Read by who does not change it.
    private var reading: Markup {
        dl(.class("part facts")) {
            for line in model.lines where !line.value.isEmpty {
                dt { line.said.label }
                dd(.class("typed")) { line.value }
            }
        }
    }

    private var retiring: Markup {
        form(.method(.post), .action(model.path.text), .class("part"), .id("retirer"), .data("once")) {
            SealFields(seal: model.seal).markup
            h2 { "Retirer" }
            p(.class("help")) { "Les demandes en cours la gardent jusqu’à leur fin. Rien de nouveau n’y va." }
            button(.type(button: .submit), .class("button secondary"), .name("geste"), .value("retirer")) {
                "Retirer du réseau"
            }
        }
    }

    private static let stale = Notice(
        .warning,
        "Le réseau a changé pendant que vous écriviez. Ce que vous avez écrit est gardé ici\u{A0}: enregistrez pour le garder."
    )
}
