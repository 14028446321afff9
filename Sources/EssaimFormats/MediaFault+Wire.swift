/// How a refusal crosses from the darkroom's process to the server: words apart by spaces, `pixels 65500 65500 20000`.
/// The server makes the sentence: no text of the other side reaches a page.
extension MediaFault {
    public var wire: String {
        switch self {
        case .empty: "empty"
        case .tooManyBytes(let limit): "bytes \(limit)"
        case .tooManyPixels(let width, let height, .pixels(let limit)): "pixels \(width) \(height) \(limit)"
        case .tooManyPixels(let width, let height, .side(let limit)): "side \(width) \(height) \(limit)"
        case .tooManyPages(let limit): "pages \(limit)"
        case .severalPictures(let kind): "several \(kind.rawValue)"
        case .unsupported(let kind): "unsupported \(kind.rawValue)"
        case .unrecognised: "unrecognised"
        // The name never crosses: it is checked on the server's side.
        case .extensionMismatch(_, let kind): "unsupported \(kind.rawValue)"
        case .truncated(let kind): "truncated \(kind.rawValue)"
        case .damaged(let kind, _): "damaged \(kind.rawValue)"
        case .rareVariant(let kind): "rare \(kind.rawValue)"
        case .locked: "locked"
        case .active(let activity): "active \(activity.rawValue)"
        case .notDeveloped(let interruption): "interrupted \(interruption.rawValue)"
        }
    }

    /// nil for what is no refusal of ours.
    public init?(wire: String) {
        let words = wire.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        let last = words.last ?? ""
        let numbers = words.dropFirst().compactMap(Self.number)
        switch (words[0], words.count) {
        case ("empty", 1): self = .empty
        case ("unrecognised", 1): self = .unrecognised
        case ("locked", 1): self = .locked
        case ("bytes", 2) where numbers.count == 1: self = .tooManyBytes(limit: numbers[0])
        case ("pages", 2) where numbers.count == 1: self = .tooManyPages(limit: numbers[0])
        case ("pixels", 4) where numbers.count == 3:
            self = .tooManyPixels(width: numbers[0], height: numbers[1], limits: .pixels(numbers[2]))
        case ("side", 4) where numbers.count == 3:
            self = .tooManyPixels(width: numbers[0], height: numbers[1], limits: .side(numbers[2]))
        case ("active", 2):
            guard let activity = Activity(rawValue: last) else { return nil }
            self = .active(activity)
        case ("interrupted", 2):
            guard let interruption = Interruption(rawValue: last) else { return nil }
            self = .notDeveloped(interruption)
        case (_, 2):
            guard let kind = ContentKind(rawValue: last), let fault = Self.of(kind, words[0]) else { return nil }
            self = fault
        default: return nil
        }
    }

    private static func of(_ kind: ContentKind, _ word: String) -> MediaFault? {
        switch word {
        case "several": .severalPictures(kind)
        case "unsupported": .unsupported(kind)
        case "truncated": .truncated(kind)
        case "damaged": .damaged(kind, reason: "told by the darkroom")
        case "rare": .rareVariant(kind)
        default: nil
        }
    }

    private static func number(_ word: String) -> Int? {
        guard word.utf8.count <= 10, let number = Int(word), number >= 0 else { return nil }
        return number
    }
}
