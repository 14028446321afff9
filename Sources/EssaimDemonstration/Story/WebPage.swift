/// An answer of the server, read as a person without script reads it.
struct WebPage: Sendable {
    let path: String
    let status: Int
    let location: String?
    let contentType: String
    let body: [UInt8]

    let forms: [PageForm]
    /// Links, in order.
    let links: [String]
    /// All that can be read, single-spaced.
    let text: String
    /// The words of each state shown: « À prendre ».
    let states: [String]
    /// Faults and warnings, shown when a step fails.
    let complaints: [String]

    init(path: String, status: Int, location: String?, contentType: String, body: [UInt8]) {
        self.path = path
        self.status = status
        self.location = location
        self.contentType = contentType
        self.body = body
        var reading = PageReading()
        if contentType.hasPrefix("text/html") { for token in MarkupReader(body) { reading.read(token) } }
        reading.attachControls()
        forms = reading.forms
        links = reading.links
        text = reading.text.singleSpaced
        states = reading.chips.map(\.singleSpaced)
        complaints = reading.complaints.map(\.singleSpaced)
    }

    /// The form that is sent to an address.
    func form(to action: String, where matches: (PageForm) -> Bool = { _ in true }) throws(StoryFailure) -> PageForm {
        if let form = forms.first(where: { $0.action == action && matches($0) }) { return form }
        throw StoryFailure("un formulaire vers \(action)", summary)
    }

    /// The form that has a button of this value, and where it leads is its own affair.
    func form(withButton value: String) throws(StoryFailure) -> PageForm {
        let form = forms.first { $0.controls.contains { $0.kind == .button && $0.value == value } }
        if let form { return form }
        throw StoryFailure("un bouton «\u{A0}\(value)\u{A0}»", summary)
    }

    func expect(_ status: Int, _ what: String) throws(StoryFailure) {
        guard self.status == status else { throw StoryFailure("\(what) (\(status))", summary) }
    }

    func expect(says words: String) throws(StoryFailure) {
        guard text.contains(words.singleSpaced) else {
            throw StoryFailure("«\u{A0}\(words)\u{A0}» sur la page", summary)
        }
    }

    /// The state shown is one of these.
    func expect(state words: String...) throws(StoryFailure) {
        guard states.contains(where: words.contains) else {
            throw StoryFailure("l’état «\u{A0}\(words.joined(separator: "\u{A0}» ou «\u{A0}"))\u{A0}»", summary)
        }
    }

    /// Status, place, states and complaints: never the page itself.
    var summary: String {
        var parts = ["\(status) \(path)"]
        if let location { parts.append("vers \(location)") }
        if !states.isEmpty { parts.append("état \(states.joined(separator: ", "))") }
        if !complaints.isEmpty { parts.append(complaints.prefix(3).joined(separator: " | ")) }
        return parts.joined(separator: "\u{A0}; ")
    }
}
