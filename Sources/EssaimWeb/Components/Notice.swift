/// One sentence after an act, or one that must be read before the rest; an act that can be undone says how.
public struct Notice: Sendable {
    public enum Tone: String, Sendable, CaseIterable { case done, information, warning, problem }

    public var tone: Tone
    public var text: String
    /// Posted to undo what was just done.
    public var undo: Undo?
    /// Where there is more to read.
    public var link: PageFrame.Link?

    public struct Undo: Sendable {
        public var title: String
        public var path: SitePath
        public var seal: FormSeal

        public init(title: String = "Annuler", path: SitePath, seal: FormSeal) {
            self.title = title
            self.path = path
            self.seal = seal
        }
    }

    public init(_ tone: Tone, _ text: String, undo: Undo? = nil, link: PageFrame.Link? = nil) {
        self.tone = tone
        self.text = text
        self.undo = undo
        self.link = link
    }
}
