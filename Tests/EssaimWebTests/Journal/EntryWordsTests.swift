import EssaimDomain
import EssaimWorkflow
import Testing

@testable import EssaimWeb

@Suite struct EntryWordsTests {
    private static func entry(_ action: String, _ outcome: String, _ payload: String) -> HistoryEntry {
        HistoryEntry(
            id: "e", at: PageClock.sample.now, request: nil, person: "p", action: action, outcome: outcome,
            payload: payload, salt: [], commitment: [])
    }

    static let sentences: [(action: String, outcome: String, detail: String, words: String)] = [
        ("request.view", "done", #""read":"demand""#, "a lu la demande"),
        ("request.view", "done", #""read":"draft""#, "a ouvert le brouillon"),
        ("request.view", "done", #""read":"report 2""#, "a ouvert le compte rendu, version 2"),
        ("request.view", "done", #""read":"photograph 0190-ab""#, "a regardé une photographie"),
        ("request.view", "done", #""read":"trail""#, "a regardé qui a vu ce dossier"),
        (
            "request.view", "refused", #""read":"demand","why":"too many patients""#,
            "accès refusé\u{A0}: trop de dossiers ouverts en peu de temps"
        ),
        ("request.open", "done", "", "a ouvert un brouillon"),
        ("request.take", "done", "", "a pris la demande"),
        ("request.take", "refused", "", "n’a pas pu prendre la demande"),
        ("request.giveInformation", "done", "", "précise"),
        ("request.widen", "done", "", "a élargi la demande au secteur voisin"),
        ("access", "refused", #""policy":"see request""#, "accès refusé"),
        ("access.emergency", "done", "", "a ouvert la demande en urgence"),
        (
            "access.emergency", "refused", #""why":"too often""#,
            "accès d’urgence refusé\u{A0}: trop souvent en un jour"
        ),
        ("access.emergency", "refused", #""why":"unknown number""#, "accès d’urgence refusé\u{A0}: numéro inconnu"),
        ("session.start", "done", "", "a ouvert une session"),
        ("session.start", "refused", "", "mot de passe refusé"),
        ("session.start", "refused", #""step":"second""#, "deuxième étape refusée"),
        (
            "session.start", "refused", #""step":"second","by":"passwordAndCode""#,
            "deuxième étape refusée\u{A0}: code"
        ),
        (
            "session.start", "refused", #""step":"second","by":"passwordAndRecovery""#,
            "deuxième étape refusée\u{A0}: code de secours"
        ),
        (
            "session.start", "refused", #""step":"second","by":"passwordAndPasskey""#,
            "deuxième étape refusée\u{A0}: clé d’accès"
        ),
        ("session.start", "refused", #""step":"second","by":"passkey""#, "clé d’accès refusée"),
        (
            "session.start", "refused", #""by":"provider","why":"closed""#,
            "connexion refusée\u{A0}: compte fermé"
        ),
        ("session.end", "done", "", "a fermé sa session"),
        (
            "worklist.view", "done", #""list":"toTake","lines":"6""#,
            "a ouvert la liste «\u{A0}À prendre\u{A0}», 6\u{A0}lignes"
        ),
        (
            "worklist.view", "done", #""list":"mine","lines":"0""#,
            "a ouvert la liste «\u{A0}Miennes\u{A0}», 0\u{A0}ligne"
        ),
        ("journal.view", "done", "", "a lu le journal"),
        ("journal.export", "done", "", "a exporté le journal"),
        ("journal.lift", "done", "", "a levé une limite de lecture"),
        // What a later version writes is shown as it is, not hidden.
        ("request.teleport", "done", "", "request.teleport"),
        ("", "done", "", ""),
    ]

    @Test(arguments: sentences) func `an entry is told in French, after the name of who did it`(
        _ action: String, _ outcome: String, _ detail: String, _ words: String
    ) {
        let entry = Self.entry(action, outcome, "{\"detail\":{\(detail)}}")
        #expect(entry.words(entry.reading) == words)
    }

    @Test func `every act has its words, done and refused`() {
        for action in Action.allCases {
            #expect(!action.wanted.isEmpty && action.wanted.first?.isLowercase == true, "\(action)")
            let entry = Self.entry("request.\(action.rawValue)", "refused", "{}")
            #expect(entry.words(entry.reading) == "n’a pas pu \(action.wanted)")
        }
    }

    static let parts: [(payload: String, words: String)] = [
        (#"{"relations":["asker"]}"#, "structure qui demande"),
        (#"{"relations":["holder","poolExpert"]}"#, "expert en charge"),
        (#"{"relations":["poolExpert","validator"]}"#, "sénior qui valide"),
        (#"{"relations":["coordinator"]}"#, "coordination du réseau"),
        (#"{"detail":{"as":"poolExpert regulator"}}"#, "médecin régulateur"),
        (#"{"relations":[],"detail":{"as":"emergency"}}"#, "accès d’urgence"),
        (#"{"relations":["unheard-of"]}"#, ""), ("{}", ""), ("", ""), ("[1]", ""), (#"{"relations":7}"#, ""),
    ]

    @Test(arguments: parts) func `what someone was to the demand is said by its strongest part`(
        _ payload: String, _ words: String
    ) {
        let entry = Self.entry("request.view", "done", payload)
        #expect(entry.roleWords(entry.reading) == words)
    }

    @Test func `a payload gives the place, the identifier and the number; a broken one gives nothing`() {
        let reading = Self.entry(
            "request.take", "done",
            #"{"place":"192.0.2.1","nationalId":"810000000019","number":"00000000","detail":{"a":"b"}}"#
        ).reading
        #expect(reading.place == "192.0.2.1" && reading.nationalId == "810000000019")
        #expect(reading.number?.shown == "0000-0000" && reading.detail == ["a": "b"])
        for broken in ["", "{", "null", #"{"place":1}"#, #"{"detail":{"a":1}}"#] {
            #expect(Self.entry("request.take", "done", broken).reading == EntryReading(), "\(broken)")
        }
    }

    @Test func `an entry is sealed when its number stands under the signature`() {
        func entry(_ leaf: Int?) -> HistoryEntry {
            HistoryEntry(
                id: "e", at: PageClock.sample.now, request: nil, person: nil, action: "a", outcome: "done",
                payload: "{}", salt: [], commitment: [], leaf: leaf)
        }
        let table: [(leaf: Int?, size: Int, words: String)] = [
            (1234, 1235, "scellée n°\u{A0}1\u{202F}234"), (1234, 1234, "en cours de scellement"),
            (nil, 9999, "en cours de scellement"), (0, 1, "scellée n°\u{A0}0"), (0, 0, "en cours de scellement"),
        ]
        for (leaf, size, words) in table {
            #expect(SealModel(entry(leaf), sealedSize: size).words == words)
        }
    }
}
