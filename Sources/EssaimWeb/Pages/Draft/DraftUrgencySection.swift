import EssaimDomain
import HTML

/// How soon: for each urgency, the date and hour that is promised if the demand leaves now, or why none is.
struct DraftUrgencySection {
    var model: DraftModel
    var clock: PageClock

    var markup: Markup {
        section(.class("part"), .id("delai")) {
            h2 { "Délai et souhait" }
            Field(
                name: DraftField.urgency, label: "Pour quand vous faut-il une réponse\u{A0}?",
                error: model.faults.message(for: DraftField.urgency)
            ).aroundGroup(div(.class("pledges")) { for pledge in model.pledges { option(pledge) } })
            ChoiceGroup(
                field: Field(
                    name: DraftField.wish, label: "Vous souhaitez", error: model.faults.message(for: DraftField.wish)),
                options: Wish.allCases.map { .init(value: $0.rawValue, label: $0.word) },
                chosen: [model.content.wish.rawValue]
            ).markup
            if model.experts.count > 1 {
                SelectList(
                    field: Field(
                        name: DraftField.wishedExpert, label: "Un expert en particulier",
                        help: "Facultatif. La demande lui est proposée d’abord, et toute l’équipe la voit.",
                        error: model.faults.message(for: DraftField.wishedExpert)),
                    options: model.experts, chosen: model.content.wishedExpert?.rawValue ?? "",
                    none: "Sans préférence"
                ).markup
            }
            if !model.subSpecialties.isEmpty {
                SelectList(
                    field: Field(
                        name: DraftField.subSpecialty, label: "Une surspécialité", help: "Facultatif.",
                        error: model.faults.message(for: DraftField.subSpecialty)),
                    options: model.subSpecialties, chosen: model.content.subSpecialty?.rawValue ?? "",
                    none: "Sans préférence"
                ).markup
            }
        }
    }

    private func option(_ pledge: DraftModel.Pledge) -> Markup {
        switch pledge.promise {
        case .by(let instant):
            label(.class("pledge \(pledge.urgency.rawValue)")) {
                input(
                    .type(.radio), .name(DraftField.urgency), .value(pledge.urgency.rawValue),
                    .checked(pledge.urgency == model.content.urgency))
                span(.class("pledge-face")) {
                    UrgencyBadge(urgency: pledge.urgency).markup
                    span(.class("pledge-promise")) {
                        "Réponse "
                        Moment(clock.before(instant), at: instant).markup(clock)
                    }
                }
            }
        case .tooLate(let opensAt, let phone):
            label(.class("pledge \(pledge.urgency.rawValue) closed")) {
                input(.type(.radio), .name(DraftField.urgency), .value(pledge.urgency.rawValue), .disabled())
                span(.class("pledge-face")) {
                    UrgencyBadge(urgency: pledge.urgency).markup
                    span(.class("pledge-promise")) {
                        if let opensAt {
                            "La ligne ouvre "
                            Moment(clock.words(opensAt), at: opensAt).markup(clock)
                            "\u{A0}: trop tard pour une urgence."
                        } else {
                            "La ligne n’ouvre pas assez tôt pour une urgence."
                        }
                        " "
                        PhoneLinks(phone: phone).markup
                    }
                }
            }
        }
    }
}

/// « Appelez le 02 …, ou le 15 en cas de danger. »
struct PhoneLinks {
    var phone: String

    @MarkupBuilder var markup: Markup {
        if phone.isEmpty {
            "Appelez "
        } else {
            "Appelez le "
            a(.href(Self.address(phone))) { phone.split(separator: " ").joined(separator: "\u{A0}") }
            ", ou "
        }
        a(.href("tel:15")) { "le\u{A0}15" }
        " en cas de danger."
    }

    /// `tel:` and the digits alone.
    static func address(_ phone: String) -> String {
        "tel:" + phone.filter { $0.isASCII && ($0.isNumber || $0 == "+") }
    }
}
