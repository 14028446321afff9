/// A part of France overseas that is no département: the tables have neither its communes nor its outline, and its codes are
/// those of a département in form. The raw value is that code (INSEE).
public enum OverseasCollectivity: String, Sendable, CaseIterable {
    case saintPierreEtMiquelon = "975"
    case saintBarthelemy = "977"
    case saintMartin = "978"
    case southernLands = "984"
    case wallisEtFutuna = "986"
    case polynesia = "987"
    case newCaledonia = "988"
    case clipperton = "989"

    public var name: String {
        switch self {
        case .saintPierreEtMiquelon: "Saint-Pierre-et-Miquelon"
        case .saintBarthelemy: "Saint-Barthélemy"
        case .saintMartin: "Saint-Martin"
        case .southernLands: "Terres australes et antarctiques françaises"
        case .wallisEtFutuna: "Wallis-et-Futuna"
        case .polynesia: "Polynésie française"
        case .newCaledonia: "Nouvelle-Calédonie"
        case .clipperton: "La Passion-Clipperton"
        }
    }
}
