import EssaimDomain
import EssaimTestSupport
import EssaimWorkflow
import Testing

@testable import EssaimServer

/// Wounds and ECG as they are shipped, from the draft to the report.
@Suite struct SpecialtyFormTests {
    @Test func `each form of the folder is built in`() throws {
        let names = [
            "allergologie", "antibiotiques", "cardiologie", "dermatologie", "diabetologie", "ecg", "geriatrie",
            "gynecologie-obstetrique", "hematologie", "infectiologie", "medecine-interne", "medecine-vasculaire",
            "nephrologie", "oncologie", "ophtalmologie", "orl", "orthopedie", "plaies", "pneumologie", "thyroide",
        ]
        #expect(try EmbeddedData.forms().ids == Set(names.map { Identifier($0) }))
    }

    @Test func `a wound is read in order on the summary, on the expert's page and in the report`() async throws {
        try await asking("plaies") { town in
            let asker = try await town.browser(of: .asker)
            let draft = try await asker.preparedDraft(Self.wound)
            let summary = try await asker.get("/demandes/\(draft)/verifier").text
            #expect(
                summary.says([
                    "Où est la plaie ? Pied, orteils", "Côté Gauche", "Cause Pied diabétique",
                    "Depuis quand ? 1 à 6 semaines", "Taille 32 × 18 × 4 mm", "Dans la plaie Jaune (fibrine)",
                    "Part de jaune 40 %", "Pouls du pied Perçus", "Décharge Chaussure", "Diabète oui", "HbA1c 8,2 %",
                    "Refait Tous les 2 jours",
                ]))
            #expect(!summary.contains("Compression"), "what was typed before the place changed is not sent")
            _ = try await asker.sendDraft(draft)

            let expert = try await town.browser(of: .senior)
            _ = try await expert.act(on: draft, "prendre")
            for path in ["/demandes/\(draft)", "/demandes/\(draft)/repondre"] {
                let page = try await expert.get(path).text
                #expect(
                    page.says([
                        "Où est la plaie ? Pied, orteils", "Cause Pied diabétique", "Depuis quand ? 1 à 6 semaines",
                        "Taille 32 × 18 × 4 mm", "Côté Gauche", "La plaie Dans la plaie Jaune (fibrine)",
                        "Part de jaune 40 %", "Circulation Pouls du pied Perçus", "Décharge Chaussure",
                        "Terrain Diabète oui", "HbA1c 8,2 %", "Soins Refait Tous les 2 jours",
                    ]), "\(path): \(page)")
            }
            let answers = try await town.printedForm(of: draft)
            #expect(
                answers == [
                    "Où est la plaie ?|Pied, orteils", "Côté|Gauche", "Cause|Pied diabétique",
                    "Depuis quand ?|1 à 6 semaines", "Taille|32 × 18 × 4 mm",
                    "La plaie|Dans la plaie : Jaune (fibrine) ; Part de jaune : 40 %",
                    "Circulation|Pouls du pied : Perçus ; Décharge : Chaussure",
                    "Terrain|Diabète : oui ; HbA1c : 8,2 %", "Soins|Refait : Tous les 2 jours",
                ])
        }
    }

    @Test func `an ECG is read with its units`() async throws {
        try await asking("ecg") { town in
            let demand = try await town.browser(of: .asker).sentDemand(
                Typed.complete(but: [
                    ("form.reason", "drug"), ("form.now", "well"), ("form.systolic", "135"), ("form.diastolic", "80"),
                    ("form.rate", "72"), ("form.qt-drug", "true"), ("form.potassium", "3,9"),
                ]))
            #expect(
                try await town.printedForm(of: demand) == [
                    "Pourquoi cet ECG ?|Avant ou sous un traitement", "Pendant l’ECG|Aucun symptôme",
                    "Constantes|Tension : 135/80 mmHg ; Fréquence cardiaque : 72 /min",
                    "Terrain|Médicament qui allonge le QT : oui ; Kaliémie : 3,9 mmol/L",
                ])
        }
    }

    @Test(arguments: [
        ("plaies", "mottled-fever", "Fièvre avec marbrures"), ("plaies", "gas-gangrene", "Peau qui crépite"),
        ("plaies", "cold-limb", "Pied ou main devenu froid et blanc"), ("plaies", "bleeding", "Saignement"),
        ("ecg", "chest-pain", "Douleur thoracique en cours"), ("ecg", "syncope", "Syncope récente"),
        ("ecg", "dyspnoea", "Essoufflement au repos"),
    ])
    func `a red flag stops the sending, shows the 15 and the line's number, and keeps the draft`(
        form: String, sign: String, words: String
    ) async throws {
        try await asking(form) { town in
            let asker = try await town.browser(of: .asker)
            let typed = form == "plaies" ? Self.wound : Typed.complete(but: Self.plainECG)
            let draft = try await asker.preparedDraft(typed + [("form.alarm", sign)])
            let before = try town.ledger.counts()
            let version = try await town.stored(draft)?.version
            let sent = try await asker.act("/demandes/\(draft)/envoyer", key: "flag", version: version)
            #expect(sent.status == 422 && sent.source.contains("href=\"tel:15\"") && sent.text.contains(words))
            #expect(sent.text.contains("02 99 00 00 00"))
            #expect(before.onlyShowPages(to: try town.ledger.counts()))
            #expect(try await town.stored(draft)?.state == .draft)
        }
    }

    /// A foot; the compression was answered when the leg was still chosen.
    private static let wound = Typed.complete(but: [
        ("form.site", "foot"), ("form.side", "left"), ("form.cause", "diabetic-foot"), ("form.since", "weeks"),
        ("form.length", "32"), ("form.width", "18"), ("form.depth", "4"), ("form.bed", "yellow"),
        ("form.yellow-part", "40"), ("form.pulses", "felt"), ("form.compression", "bandages"),
        ("form.offloading", "shoe"), ("form.diabetes", "true"), ("form.hba1c", "8,2"), ("form.rhythm", "two-days"),
    ])
    private static let plainECG = [("form.reason", "drug"), ("form.now", "well")]

    /// The sample town, its first line with another form.
    private func asking(_ form: String, _ visit: @Sendable (ServedTown) async throws -> Void) async throws {
        try await ServedTown.open(forms: try EmbeddedData.forms()) { town in
            var network = Network.sample
            network.offers[0].form = Identifier(form)
            let declared = network
            try await town.server.store.write { try $0.save(declared) }
            try await visit(town)
        }
    }
}

extension String {
    /// Whether these stand in it, one after the other.
    fileprivate func says(_ parts: [String]) -> Bool {
        var rest = self[...]
        for part in parts {
            guard let found = rest.firstRange(of: part) else { return false }
            rest = rest[found.upperBound...]
        }
        return true
    }
}

extension ServedTown {
    /// The form as the report prints it: `label|value`, no-break spaces as plain ones.
    fileprivate func printedForm(of demand: String) async throws -> [String] {
        let (forms, now) = (try EmbeddedData.forms(), clock.now())
        return try await server.store.read { store in
            try DemandWords(store, Identifier(demand), forms: forms, at: now).formLines
        }.map { "\($0.label)|\($0.value)".replacing("\u{A0}", with: " ") }
    }
}
