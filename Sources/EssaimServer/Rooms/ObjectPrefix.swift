import EssaimMedia
import EssaimOutbound

/// What the keys of our files begin with in a bucket: nothing, or names that each end with a slash, `essaim/prod/`.
public struct ObjectPrefix: Sendable, Equatable {
    public let text: String

    /// - Parameter text: a slash at its end may be left out. Nil for what an ``ObjectKey`` cannot hold, or beyond 400 bytes.
    public init?(_ text: String) {
        let whole = text.isEmpty || text.hasSuffix("/") ? text : text + "/"
        guard whole.isEmpty || whole.utf8.count <= 400 && ObjectKey(String(whole.dropLast())) != nil else { return nil }
        self.text = whole
    }

    func key(of name: AttachmentName) -> String {
        "\(text)\(name.text.prefix(2))/\(name.text.dropFirst(2).prefix(2))/\(name.text)"
    }

    /// The file that a key stands for; nil for a key that is none of ours, by its name or its place.
    func name(in key: String) -> AttachmentName? {
        guard let last = key.split(separator: "/").last, let name = AttachmentName(last), self.key(of: name) == key
        else { return nil }
        return name
    }
}
