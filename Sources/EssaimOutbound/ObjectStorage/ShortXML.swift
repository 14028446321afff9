/// The little XML that object storages answer: elements and text, in UTF-8. A document type, a comment, CDATA, an
/// instruction after the declaration, and every entity but the five of XML 1.0 §4.6 are refused; depth and count are bounded.
struct ShortXML {
    /// An element without its attributes and its prefix.
    struct Element: Sendable, Equatable {
        let name: String
        var children: [Element] = []
        /// What stands directly in it, entities replaced.
        var text = ""

        /// The text of the first child of this name.
        func text(of child: String) -> String? { children.first { $0.name == child }?.text }
    }

    struct Fault: Error, Equatable {}

    let root: Element
    private static let deepest = 8
    /// A thousand objects of a listing have some ten elements each.
    private static let mostElements = 30_000

    init(_ bytes: [UInt8]) throws(Fault) {
        var input = ShortXMLInput(bytes)
        input.skipDeclaration()
        var open: [Element] = []
        var root: Element?
        var count = 0
        while let token = try input.next() {
            switch token {
            case .text(let text):
                if open.isEmpty {
                    guard text.utf8.allSatisfy({ " \t\r\n".utf8.contains($0) }) else { throw Fault() }
                } else {
                    open[open.count - 1].text += text
                }
            case .start(let name, let isEmpty):
                count += 1
                guard root == nil, open.count < Self.deepest, count <= Self.mostElements else { throw Fault() }
                open.append(Element(name: name))
                if isEmpty { Self.close(&open, &root) }
            case .end(let name):
                guard open.last?.name == name else { throw Fault() }
                Self.close(&open, &root)
            }
        }
        guard open.isEmpty, let root else { throw Fault() }
        self.root = root
    }

    private static func close(_ open: inout [Element], _ root: inout Element?) {
        let element = open.removeLast()
        if open.isEmpty { root = element } else { open[open.count - 1].children.append(element) }
    }
}
