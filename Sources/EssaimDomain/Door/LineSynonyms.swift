/// What requesters call a need, and the words by which lines name it. Small on purpose: a line's own keywords come first.
/// From the lines of the networks that exist and from what each specialty is asked (the reasons of its form); a name of a
/// specialty stands for its adjective too, for words match by their beginning.
enum LineSynonyms {
    /// The longest phrase that these words begin with, and its other names.
    static func meaning(of words: ArraySlice<String>) -> (phrase: [String], also: [String])? {
        for length in stride(from: min(longest, words.count), through: 1, by: -1) {
            let phrase = Array(words.prefix(length))
            if let also = table[phrase] { return (phrase, also) }
        }
        return nil
    }

    private static let table = Dictionary(
        written.map { (LineWords.stems($0.0), LineWords.stems($0.1)) }, uniquingKeysWith: { $0 + $1 })
    private static let longest = table.keys.map(\.count).max() ?? 1

    private static let written: [(String, String)] = [
        // Skin.
        ("grain de beauté", "naevus mélanome tumeur lésion dermatologie"),
        ("tache", "lésion naevus dermatologie"),
        ("bouton", "éruption dermatose dermatologie"),
        ("rougeur", "éruption dermatose dermatologie"),
        ("plaques", "éruption psoriasis dermatose dermatologie"),
        ("démangeaison", "prurit dermatose dermatologie"),
        ("peau", "cutané dermatologie"),
        ("cancer de la peau", "mélanome carcinome tumeur cutané dermatologie"),
        ("mélanome", "tumeur dermatologie"), ("naevus", "mélanome tumeur dermatologie"),
        // Wounds.
        ("escarre", "plaie cicatrisation"), ("ulcère", "plaie cicatrisation"), ("pansement", "plaie cicatrisation"),
        ("pied diabétique", "plaie cicatrisation diabétologie"), ("brûlure", "plaie cicatrisation"),
        // Heart and vessels.
        ("électrocardiogramme", "ECG cardiologie"), ("ECG", "électrocardiogramme cardiologie"),
        ("palpitations", "cardiologie ECG"), ("souffle", "cardiologie"), ("coeur", "cardiologie cardiaque"),
        ("tension", "hypertension cardiologie"), ("HTA", "hypertension cardiologie"),
        ("essoufflement", "dyspnée cardiologie pneumologie"), ("dyspnée", "cardiologie pneumologie"),
        ("jambe gonflée", "oedème vasculaire phlébologie"), ("phlébite", "thrombose vasculaire"),
        ("varice", "veineux vasculaire"), ("artérite", "artériopathie vasculaire"),
        // Lungs.
        ("poumon", "pneumologie pulmonaire"), ("toux", "pneumologie"), ("asthme", "pneumologie"),
        ("BPCO", "pneumologie"), ("apnées du sommeil", "pneumologie"),
        // Hormones and kidneys.
        ("diabète", "diabétologie endocrinologie"), ("diabétique", "diabétologie endocrinologie"),
        ("sucre", "diabète diabétologie"), ("insuline", "diabète diabétologie"), ("glycémie", "diabète diabétologie"),
        ("thyroïde", "endocrinologie thyroïdien"), ("goitre", "thyroïde endocrinologie"),
        ("TSH", "thyroïde endocrinologie"),
        ("rein", "néphrologie rénal"), ("rénal", "néphrologie"), ("créatinine", "néphrologie rénal"),
        ("DFG", "néphrologie rénal"), ("dialyse", "néphrologie"),
        // Blood and cancer.
        ("sang", "hématologie"), ("anémie", "hématologie"), ("plaquettes", "hématologie"), ("NFS", "hématologie"),
        ("ganglion", "hématologie oncologie"), ("cancer", "oncologie tumeur"), ("chimiothérapie", "oncologie"),
        // Infections.
        ("antibiotique", "infectiologie antibiothérapie"), ("infection", "infectiologie"),
        ("germe", "infectiologie antibiothérapie"), ("BMR", "infectiologie antibiothérapie"),
        ("fièvre", "infectiologie interne"),
        // Ear, nose and throat; eyes.
        ("oreille", "ORL otologie"), ("gorge", "ORL"), ("nez", "ORL"), ("surdité", "ORL"),
        ("vertige", "ORL neurologie"),
        ("oeil", "ophtalmologie"), ("yeux", "ophtalmologie"), ("vue", "ophtalmologie"), ("vision", "ophtalmologie"),
        // Old age.
        ("personne âgée", "gériatrie"), ("mémoire", "gériatrie neurologie cognitif"), ("chute", "gériatrie"),
        ("Alzheimer", "gériatrie neurologie cognitif"), ("EHPAD", "gériatrie"),
        // The rest of a hospital's door.
        ("grossesse", "gynécologie obstétrique"), ("enceinte", "gynécologie obstétrique"),
        ("règles", "gynécologie"), ("os", "orthopédie rhumatologie"), ("fracture", "orthopédie"),
        ("genou", "orthopédie rhumatologie"), ("hanche", "orthopédie rhumatologie"),
        ("articulation", "rhumatologie orthopédie"), ("allergie", "allergologie"),
        ("urticaire", "allergologie dermatologie"),
        ("ventre", "gastroentérologie"), ("foie", "hépatologie gastroentérologie"), ("enfant", "pédiatrie"),
    ]
}
