/// How a professional practises, by its code in the NOS table TRE_R23-ModeExercice.
public enum PracticeMode: String, Sendable, Codable, CaseIterable {
    case salaried = "S"
    case liberal = "L"
    case volunteer = "B"
}
