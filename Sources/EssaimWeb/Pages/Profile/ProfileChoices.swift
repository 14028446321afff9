import EssaimDomain
import HTML

/// What one wants to be told by which channel, and when.
struct ProfileChoices {
    var model: ProfileModel

    var markup: Markup {
        form(.method(.post), .action(SitePath.profile("reglages").text), .class("part"), .id("reglages")) {
            SealFields(seal: model.seal).markup
            h2 { "Être prévenu" }
            choice(ProfileModel.byMailName, "Par courriel", model.byMail)
            choice(ProfileModel.bySMSName, "Par SMS", model.bySMS)
            TextInput(
                field: Field(
                    name: ProfileModel.digestsName, label: "Heures de regroupement",
                    help: "Ce qui ne presse pas part en un seul message à ces heures. "
                        + "Laissez vide pour un message par nouvelle.",
                    error: model.faults.message(for: ProfileModel.digestsName)),
                value: model.digests, size: .medium
            ).markup
            div(.class("field-row")) {
                hour(ProfileModel.quietFromName, "Calme à partir de", model.quietFrom)
                hour(ProfileModel.quietToName, "Jusqu’à", model.quietTo)
            }
            Tick(
                field: Field(name: ProfileModel.sundaysName, label: "Rien le dimanche, sauf ce qui presse"),
                isTicked: model.quietSundays
            ).markup
            button(.type(button: .submit), .class("button primary")) { "Enregistrer mes choix" }
        }
    }

    private func choice(_ name: String, _ label: String, _ chosen: TellingChoices.Extent) -> Markup {
        ChoiceGroup(
            field: Field(name: name, label: label),
            options: [
                .init(value: TellingChoices.Extent.everything.rawValue, label: "Tout"),
                .init(
                    value: TellingChoices.Extent.pressing.rawValue, label: "Ce qui presse",
                    note: "demandes urgentes, patient à voir sous trois jours"),
                .init(value: TellingChoices.Extent.nothing.rawValue, label: "Rien"),
            ], chosen: [chosen.rawValue]
        ).markup
    }

    private func hour(_ name: String, _ label: String, _ value: String) -> Markup {
        TextInput(
            field: Field(name: name, label: label, error: model.faults.message(for: name)), value: value, size: .short
        ).markup
    }
}
