import HTML

/// What was done while nobody answered, and what to do meanwhile.
struct RequestCare {
    var care: RequestModel.Care

    var markup: Markup {
        section(.class("part care"), .id("suivi-du-delai")) {
            h2 { "En attendant la réponse" }
            if !care.meanwhile.isEmpty { p { strong { care.meanwhile } } }
            if !care.phone.isEmpty { p { PhoneLinks(phone: care.phone).markup } }
            if !care.done.isEmpty { ul(.class("reports")) { for line in care.done { li { line + "." } } } }
            if !care.next.isEmpty { p(.class("quiet")) { care.next } }
        }
    }
}

/// « Pourquoi cette équipe ? »
struct RequestWhy {
    var why: RequestModel.Why

    var markup: Markup {
        section(.class("part"), .id("aiguillage")) {
            h2 { "Pourquoi cette équipe\u{A0}?" }
            ol(.class("reports")) { for line in why.candidates { li { line } } }
            for line in why.remarks { p(.class("quiet")) { line } }
        }
    }
}
