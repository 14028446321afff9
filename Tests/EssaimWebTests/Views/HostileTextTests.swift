import Testing

@testable import EssaimWeb

@Suite struct HostileTextTests {
    /// Whatever stands in a model, these are the only names of elements that a page may hold.
    private static let names = Set(
        EveryPageTests.pages.flatMap { page in (try? page.reading.get().elements.map(\.name)) ?? [] }
            + ["summary", "select", "option", "details", "output", "figure", "figcaption"])

    private static let attributes = Set(
        EveryPageTests.pages.flatMap { page in
            (try? page.reading.get().elements.flatMap(\.attributes.keys)) ?? []
        } + ["open", "hidden", "disabled", "selected", "checked"])

    @Test(arguments: HostileModels.payloads)
    func `a hostile text in every field of every page opens no element, adds no attribute and leads nowhere`(
        payload: String
    ) throws {
        let climbing = [".", "..", "%2e", "%2e%2e", ".%2e", "%2e."]
        for page in HostileModels.pages(payload) {
            for element in try HTMLReader(page.bytes).elements {
                #expect(Self.names.contains(element.name), "\(page.name): \(element)")
                #expect(Self.attributes.isSuperset(of: element.attributes.keys), "\(page.name): \(element)")
                for name in ["href", "src", "action"] {
                    guard let address = element.attributes[name] else { continue }
                    let isHere = address.hasPrefix("/") && !address.hasPrefix("//") || address.hasPrefix("#")
                    #expect(isHere || address.hasPrefix("tel:"), "\(page.name): \(address)")
                    let segments = address.prefix { $0 != "?" && $0 != "#" }.split(separator: "/")
                    #expect(!segments.contains { climbing.contains($0.lowercased()) }, "\(page.name): \(address)")
                }
            }
        }
    }

    @Test(arguments: HostileModels.payloads)
    func `what was typed comes back whole in its field`(payload: String) throws {
        let elements = try HTMLReader(DraftView(HostileModels.draft(payload), in: .sample).rendered()).elements
        let field = try #require(elements.first { $0.attributes["id"] == DraftField.birthFamilyName })
        let kept = payload.unicodeScalars.map { $0 == "\0" ? "\u{FFFD}" : String($0) }.joined()
        #expect(field.attributes["value"]?.utf8.elementsEqual(kept.utf8) == true)
    }

    @Test(arguments: [
        ("a b", "a%20b"), ("é", "%C3%A9"), ("..", "_"), (".", "_"), ("../x", "..%2Fx"), ("a.b", "a.b"),
        ("a/b", "a%2Fb"),
        ("?&#", "%3F%26%23"), ("0190a1b2-c3d4", "0190a1b2-c3d4"), ("", ""),
    ])
    func `an id cannot leave its place in an address`(id: String, encoded: String) {
        #expect(SitePath.request(id).text == "/demandes/" + encoded)
    }
}
