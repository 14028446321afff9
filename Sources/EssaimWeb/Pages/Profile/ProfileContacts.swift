import EssaimDomain
import HTML

/// Where one is reached: an address and a mobile number, each confirmed by what was sent to it.
struct ProfileContacts {
    var model: ProfileModel
    var clock: PageClock

    @MarkupBuilder var markup: Markup {
        if model.mail.isOffered { mail }
        if model.mobile.isOffered { mobile }
    }

    private var mail: Markup {
        section(.class("part"), .id("par-courriel")) {
            h2 { "Courriel" }
            state(
                model.mail, what: "L’adresse", failed: "Courriel non remis",
                toDo: "Ouvrez le lien reçu à cette adresse, dans les 24 heures.")
            form(.method(.post), .action(SitePath.profile("courriel").text)) {
                SealFields(seal: model.seal).markup
                TextInput(
                    field: Field(
                        name: ProfileModel.mailName, label: "Adresse de courriel",
                        help: "Les messages ne disent rien des patients.",
                        error: model.faults.message(for: ProfileModel.mailName)),
                    value: model.mail.shown, type: .email, autocomplete: "email"
                ).markup
                buttons(model.mail, "Confirmer cette adresse", "Ne plus rien y envoyer")
            }
        }
    }

    private var mobile: Markup {
        section(.class("part"), .id("par-sms")) {
            h2 { "SMS" }
            state(
                model.mobile, what: "Le numéro", failed: "SMS non remis",
                toDo: "Recopiez plus bas les six chiffres reçus, dans les quinze minutes.")
            if model.mobile.pending != nil, !model.mobile.isUndelivered {
                form(.method(.post), .action(SitePath.profile("code").text)) {
                    SealFields(seal: model.seal).markup
                    TextInput(
                        field: Field(
                            name: ProfileModel.codeName, label: "Code reçu par SMS",
                            error: model.faults.message(for: ProfileModel.codeName)),
                        mode: .numeric, autocomplete: "one-time-code", size: .short
                    ).markup
                    button(.type(button: .submit), .class("button primary")) { "Confirmer ce numéro" }
                }
            }
            form(.method(.post), .action(SitePath.profile("mobile").text)) {
                SealFields(seal: model.seal).markup
                TextInput(
                    field: Field(
                        name: ProfileModel.mobileName, label: "Numéro de mobile",
                        error: model.faults.message(for: ProfileModel.mobileName)),
                    value: model.mobile.shown, type: .tel, mode: .tel, autocomplete: "tel", size: .medium
                ).markup
                buttons(model.mobile, "Recevoir un code", "Ne plus rien y envoyer")
            }
        }
    }

    @MarkupBuilder private func state(
        _ reach: ProfileModel.Reach, what: String, failed: String, toDo: String
    ) -> Markup {
        if let address = reach.address { p { "\(what) \(address) est confirmé\(what.hasPrefix("L’") ? "e" : "")." } }
        if let pending = reach.pending {
            if reach.isUndelivered {
                NoticeView(
                    model: Notice(.warning, "\(failed)\u{A0}: rien n’arrive à \(pending). Vérifiez, puis recommencez.")
                ).markup
            } else {
                p {
                    strong { "\(pending) est à confirmer. " }
                    toDo
                }
            }
        }
        if let failedAt = reach.failedAt {
            NoticeView(
                model: Notice(
                    .warning, "\(failed) (\(clock.words(failedAt))), après un jour d’essais. Vérifiez l’adresse.")
            ).markup
        }
    }

    @MarkupBuilder private func buttons(
        _ reach: ProfileModel.Reach, _ confirm: String, _ remove: String
    ) -> Markup {
        div(.class("button-row")) {
            button(.type(button: .submit), .class("button secondary")) { confirm }
            if reach.address != nil || reach.pending != nil {
                button(
                    .type(button: .submit), .class("button quiet"), .name(ProfileModel.removeName), .value("oui")
                ) { remove }
            }
        }
    }
}

extension ProfileModel.Reach {
    fileprivate var shown: String { typed ?? pending ?? address ?? "" }
}
