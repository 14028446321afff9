import HTML
import Testing

@testable import EssaimWeb

@Suite struct EveryPageTests {
    static let pages = SampleGallery.pages.map { Page($0.name, $0.bytes) }

    /// A page, read once for all tests.
    struct Page: Sendable, CustomTestStringConvertible {
        let name: String
        let bytes: [UInt8]
        let reading: Result<HTMLReader, HTMLReader.Malformed>
        var testDescription: String { name }

        init(_ name: String, _ bytes: [UInt8]) {
            self.name = name
            self.bytes = bytes
            reading = Result { () throws(HTMLReader.Malformed) in try HTMLReader(bytes) }
        }
    }

    @Test(arguments: pages) func `a page is in French and has one main title inside main`(page: Page) throws {
        #expect(page.bytes.starts(with: "<!DOCTYPE html>\n<html lang=\"fr\">".utf8))
        let reading = try page.reading.get()
        #expect(reading.elements.count { $0.name == "h1" } == 1)
        #expect(reading.elements.count { $0.name == "main" } == 1)
        #expect(reading.elements.contains { $0.name == "h1" && $0.ancestors.contains("main") })
        #expect(reading.elements.contains { $0.name == "title" })
    }

    @Test(arguments: pages) func `a page holds no inline style, no inline script and no handler`(page: Page) throws {
        for element in try page.reading.get().elements {
            #expect(element.attributes["style"] == nil)
            #expect(!element.attributes.keys.contains { $0.hasPrefix("on") })
            #expect(element.name != "style" && element.name != "iframe" && element.name != "object")
            if element.name == "script" { #expect(element.attributes["src"]?.hasPrefix("/actifs/") == true) }
        }
    }

    @Test(arguments: pages) func `a page loads nothing from elsewhere`(page: Page) throws {
        for element in try page.reading.get().elements {
            for name in ["src", "href", "action"] {
                guard let address = element.attributes[name], !address.hasPrefix("tel:") else { continue }
                #expect(address.hasPrefix("/") || address.hasPrefix("#"), "\(element.name) \(name)=\(address)")
            }
        }
    }

    @Test(arguments: pages) func `elements are closed in order and ids are unique`(page: Page) throws {
        let reading = try page.reading.get()
        let ids = reading.elements.compactMap { $0.attributes["id"] }
        #expect(Set(ids).count == ids.count, "\(ids.filter { id in ids.count { $0 == id } > 1 })")
    }

    @Test(arguments: pages) func `each field has a label, and each description stands in the page`(page: Page) throws {
        let elements = try page.reading.get().elements
        let ids = Set(elements.compactMap { $0.attributes["id"] })
        let labelled = Set(elements.filter { $0.name == "label" }.compactMap { $0.attributes["for"] })
        for element in elements where ["input", "select", "textarea"].contains(element.name) {
            // What nobody sees needs no label: a login that stands there for password managers alone.
            guard element.attributes["type"] != "hidden", element.attributes["hidden"] == nil else { continue }
            let id = element.attributes["id"]
            #expect(element.ancestors.contains("label") || id.map(labelled.contains) == true, "\(element)")
        }
        for element in elements {
            for name in ["for", "aria-describedby", "form"] {
                for id in (element.attributes[name] ?? "").split(separator: " ") {
                    #expect(ids.contains(String(id)), "\(name)=\(id)")
                }
            }
            if let href = element.attributes["href"], href.hasPrefix("#") {
                #expect(ids.contains(String(href.dropFirst())), "\(href)")
            }
        }
    }

    @Test(arguments: pages) func `forms do not nest, and each that posts carries its seal`(page: Page) throws {
        let reading = try page.reading.get()
        for (index, form) in reading.elements.enumerated() where form.name == "form" {
            #expect(!form.ancestors.contains("form"))
            let fields = reading.elements[(index + 1)...].prefix { $0.ancestors.count > form.ancestors.count }
            let isSealed = fields.contains { $0.attributes["name"] == "_csrf" }
            // A search stands in the address: no token may be in it.
            #expect(isSealed == (form.attributes["method"] == "post"))
            #expect(isSealed || form.attributes["method"] == "get")
        }
    }

    @Test(arguments: pages) func `images have words and sizes`(page: Page) throws {
        for image in try page.reading.get().elements where image.name == "img" {
            #expect(image.attributes["alt"] != nil)
            #expect(image.attributes["width"] != nil && image.attributes["height"] != nil)
        }
    }

    @Test(arguments: pages) func `a page speaks without exclamation, with French spaces`(page: Page) throws {
        let text = try page.reading.get().texts.joined(separator: "\n")
        #expect(!text.contains("!"))
        for mark in [" :", " ?", " ;", " »", "« "] {
            #expect(!text.contains(mark), "« \(mark) »")
        }
        #expect(!text.contains("'"), "the typographic apostrophe is ’")
    }
}
