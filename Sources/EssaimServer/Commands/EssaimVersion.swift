/// The version of the product (`CHANGELOG.md`).
public enum EssaimVersion {
    public static let text = "0.1.0"
}
