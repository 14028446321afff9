import EssaimDomain
import HTML

struct SecurityView: PageView {
    let model: SecurityModel
    let frame: PageFrame

    init(_ model: SecurityModel, in frame: PageFrame) {
        self.model = model
        self.frame = frame
    }

    func rendered() -> [UInt8] {
        Layout(frame: frame, title: "Ma connexion", width: .narrow, page: "securite").document {
            div(.class("intro")) {
                h1 { "Ma connexion" }
                p { "Votre identifiant est \(model.login)." }
            }
            FaultSummary(faults: model.faults).markup
            devices
            if !model.isProven { proof }
            factors
            if model.hasPassword, model.isProven { password }
        }
    }

    // MARK: where one is signed in

    private var devices: Markup {
        section(.class("part"), .aria("labelledby", "appareils")) {
            h2(.id("appareils")) { "Mes appareils" }
            ul(.class("devices")) { for device in model.devices { li { one(device) } } }
            if model.devices.count > 1 {
                form(.method(.post), .action(SitePath.security("autres-appareils").text)) {
                    SealFields(seal: model.seal).markup
                    button(.type(button: .submit), .class("button secondary")) { "Fermer toutes les autres" }
                }
            }
            p(.class("help")) {
                "Un appareil que vous ne connaissez pas\u{A0}: fermez-le, puis changez votre mot de passe."
            }
        }
    }

    @MarkupBuilder private func one(_ device: SecurityModel.Device) -> Markup {
        div {
            strong { device.name }
            if device.isThisOne { span(.class("chip")) { "celui-ci" } }
            p(.class("help")) {
                "Depuis \(frame.clock.words(device.since)), vu \(frame.clock.words(device.lastSeenAt))"
                if !device.place.isEmpty { ", depuis l’adresse \(device.place)" }
                "."
            }
        }
        if !device.isThisOne {
            form(.method(.post), .action(SitePath.endDevice(device.id).text)) {
                SealFields(seal: model.seal).markup
                button(.type(button: .submit), .class("button quiet"), .aria("label", "Fermer \(device.name)")) {
                    "Fermer"
                }
            }
        }
    }

    // MARK: by what one shows who one is

    private var proof: Markup {
        section(.class("part"), .aria("labelledby", "confirmer")) {
            h2(.id("confirmer")) { "Changer quelque chose" }
            p {
                "Confirmez d’abord que c’est vous\u{A0}: ce qui protège votre compte se change ensuite pendant dix minutes."
            }
            form(.method(.post), .action(SitePath.security("confirmer").text)) {
                SealFields(seal: model.seal).markup
                button(.type(button: .submit), .class("button primary")) { "Confirmer que c’est moi" }
            }
        }
    }

    private var factors: Markup {
        section(.class("part"), .aria("labelledby", "moyens")) {
            h2(.id("moyens")) { "Deuxième étape" }
            ul(.class("devices")) {
                for key in model.keys { li { one(key) } }
                if let since = model.applicationSince {
                    li {
                        div {
                            strong { "Application de codes" }
                            p(.class("help")) { "Ajoutée \(frame.clock.words(since))." }
                        }
                        if model.isProven, model.mayRemove { removal("application", "Retirer l’application de codes") }
                    }
                }
            }
            if model.isProven {
                form(.method(.post), .action(SitePath.security("ajouter").text)) {
                    SealFields(seal: model.seal).markup
                    button(.type(button: .submit), .class("button secondary")) { "Ajouter une clé ou une application" }
                }
            }
            recovery
        }
    }

    @MarkupBuilder private func one(_ key: SecurityModel.Key) -> Markup {
        div {
            strong { key.name }
            p(.class("help")) {
                "Clé d’accès ajoutée \(frame.clock.words(key.addedAt))"
                if let used = key.lastUsedAt { ", utilisée \(frame.clock.words(used))" }
                key.isSynced ? ", gardée par plusieurs appareils." : ", sur cet appareil seul."
            }
        }
        if model.isProven, model.mayRemove {
            form(.method(.post), .action(SitePath.removePasskey(key.id).text)) {
                SealFields(seal: model.seal).markup
                button(.type(button: .submit), .class("button quiet"), .aria("label", "Retirer \(key.name)")) {
                    "Retirer"
                }
            }
        }
    }

    private func removal(_ act: String, _ label: String) -> Markup {
        form(.method(.post), .action(SitePath.security(act).text)) {
            SealFields(seal: model.seal).markup
            button(.type(button: .submit), .class("button quiet"), .aria("label", label)) { "Retirer" }
        }
    }

    @MarkupBuilder private var recovery: Markup {
        h3 { "Codes de secours" }
        p {
            model.recoveryCodes == 0
                ? "Il n’en reste aucun\u{A0}: sans votre clé ni votre application, vous n’entreriez plus."
                : "\(French.count(model.recoveryCodes, "code reste", "codes restent")) sur le papier imprimé."
        }
        if model.isProven {
            form(.method(.post), .action(SitePath.security("codes").text)) {
                SealFields(seal: model.seal).markup
                button(.type(button: .submit), .class("button secondary")) { "En faire d’autres" }
                p(.class("help")) { "Les anciens n’ouvrent alors plus rien." }
            }
        }
    }

    // MARK: password

    private var password: Markup {
        section(.class("part"), .aria("labelledby", "secret")) {
            h2(.id("secret")) { "Mot de passe" }
            form(.method(.post), .action(SitePath.security("mot-de-passe").text), .data("once")) {
                SealFields(seal: model.seal).markup
                TextInput(
                    field: Field(name: SecurityModel.oldPasswordName, label: "Mot de passe actuel"), type: .password,
                    autocomplete: "current-password", isRequired: true
                ).markup
                TextInput(
                    field: Field(
                        name: SecurityModel.newPasswordName, label: "Nouveau mot de passe",
                        help: "Douze caractères au moins. Vos autres appareils sont alors fermés.",
                        error: model.faults.message(for: SecurityModel.newPasswordName)),
                    type: .password, autocomplete: "new-password", isRequired: true
                ).markup
                button(.type(button: .submit), .class("button secondary")) { "Changer le mot de passe" }
            }
        }
    }
}
