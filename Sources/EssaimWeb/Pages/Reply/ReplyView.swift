import EssaimDomain
import HTML

/// Photographs large on one side, the demand and the answer on the other; stacked on a telephone.
struct ReplyView: PageView {
    let model: ReplyModel
    let frame: PageFrame

    init(_ model: ReplyModel, in frame: PageFrame) {
        self.model = model
        self.frame = frame
    }

    func rendered() -> [UInt8] {
        Layout(frame: frame, title: "Répondre, \(model.content.number)", width: .full, page: "repondre").document {
            RequestHead(content: model.content).markup(frame.clock)
            div(.class("reply")) {
                div(.class("reply-photos"), .data("files", model.content.id), .data("trace", model.content.trace)) {
                    PhotoViewer(
                        photos: model.content.photos, impossible: model.content.photographsImpossible,
                        earlier: model.content.earlier
                    ).markup
                }
                p(.class("visually-hidden"), .role("status"), .data("files-said"))
                div(.class("reply-read")) {
                    RequestQuestion(content: model.content, hasPhotos: false).markup
                    if !model.content.thread.items.isEmpty {
                        section(.class("part")) {
                            h2 { "Échanges" }
                            ThreadView(model: model.content.thread).markup(frame.clock)
                        }
                    }
                }
                div(.class("reply-write")) {
                    ReplyForm(model: model).markup(frame.clock)
                    if !model.otherActions.isEmpty {
                        section(.class("part acts others")) {
                            h2 { "Sinon" }
                            for action in model.otherActions { ActionFormView(model: action).markup }
                        }
                    }
                }
            }
            KeyHints(hints: [
                .init(keys: ["1", "…", "9"], meaning: "orientation"),
                .init(keys: ["N", "U", "E", "K"], meaning: "gravité"),
                .init(keys: ["D"], meaning: "demander une précision"),
                .init(keys: ["Échap"], meaning: "quitter le texte"),
                .init(keys: ["Ctrl", "↵"], meaning: "envoyer"),
                .init(keys: ["Ctrl", "Maj", "↵"], meaning: "envoyer et suivante"),
                .init(keys: ["←", "→"], meaning: "images"), .init(keys: ["+", "−", "0"], meaning: "loupe"),
                .init(keys: ["R"], meaning: "tourner"), .init(keys: ["L", "B", "C"], meaning: "lumière, contraste"),
                .init(keys: ["V", "T"], meaning: "comparer, lier"), .init(keys: ["F"], meaning: "plein écran"),
                .init(keys: ["?"], meaning: "cacher"),
            ]).markup
        }
    }
}
