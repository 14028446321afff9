import HTML

/// Who the patient is: name in use, birth name, age and birth date, sex, and how sure the identity is.
struct PatientBanner {
    var model: PatientBannerModel

    var markup: Markup {
        div(.class("patient"), .role("group"), .aria("label", "Patient")) {
            p(.class("patient-name")) {
                span(.class("family")) { model.usedName ?? model.birthName }
                " \(model.givenName)"
                if model.usedName != nil {
                    " "
                    span(.class("birth-name")) {
                        "\(born) "
                        span(.class("family")) { model.birthName }
                    }
                }
            }
            p(.class("patient-facts")) {
                strong { model.age }
                " · \(born) le \(model.birthDate) · \(model.sex.word)"
                if let matricule = model.matricule { " · INS \(matricule)" }
            }
            p(.class("identity \(model.identity.rawValue)"), .title(explanation)) {
                shield.markup
                " identité \(word)"
                if model.isDemonstration { span(.class("fictional")) { "fictif" } }
            }
        }
    }

    private var born: String {
        switch model.sex {
        case .female: "née"
        case .male: "né"
        case .unknown: "né(e)"
        }
    }

    private var shield: Icon {
        switch model.identity {
        case .provisional: .shield
        case .retrieved, .validated: .shieldHalf
        case .qualified: .shieldFull
        }
    }

    private var word: String {
        switch model.identity {
        case .provisional: "provisoire"
        case .retrieved: "récupérée"
        case .validated: "validée"
        case .qualified: "qualifiée"
        }
    }

    private var explanation: String {
        switch model.identity {
        case .provisional: "Traits tels que saisis, sans pièce d’identité ni téléservice."
        case .retrieved: "Traits rendus par le téléservice INSi, sans pièce d’identité."
        case .validated: "Traits vérifiés sur une pièce d’identité, sans téléservice."
        case .qualified: "Traits vérifiés sur une pièce d’identité et rendus par le téléservice INSi."
        }
    }
}
