/// The two kinds of demand. Only a *professionnel de santé* may ask for a téléexpertise (CSP R.6316-1);
/// anyone of the network may ask for an orientation, which creates no act.
public enum RequestKind: String, Sendable, Codable, CaseIterable {
    case teleexpertise, orientation
}
