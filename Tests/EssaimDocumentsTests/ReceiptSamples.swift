import EssaimDocuments

/// Fictional receipts. The same length and seed give the same code.
enum ReceiptSamples {
    static let alphabet = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:")

    static let lines = [
        "Reçu n° 1 234 · scellé le samedi 21 novembre 2026 à 14 h 20",
        "Inscription au journal prouvée sans connexion par le code ci-contre.",
        "Journal ess-demonstration.example",
        "Clé 8f3a21c7+AQ5dKq7cX9rT0yVb2mNwLhZ3uEoPjS6fGkI1xYtRzQvM",
    ]

    /// Characters drawn from the whole alphabet.
    static func code(_ length: Int, seed: UInt64 = 1) -> String {
        var state = seed
        return String(
            (0..<length).map { _ in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return alphabet[Int(state >> 33) % alphabet.count]
            })
    }

    static func report(_ base: ConsultationReport, code: String, lines: [String] = lines) -> ConsultationReport {
        var report = base
        report.receipt = .init(code: code, lines: lines)
        return report
    }
}
