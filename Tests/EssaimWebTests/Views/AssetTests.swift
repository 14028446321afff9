import Testing

@testable import EssaimWeb

@Suite struct AssetTests {
    @Test func `what pages load is in the program, and pages ask for nothing else`() throws {
        let served = Set(WebAssets.all.map { WebAssets.path($0.path) })
        #expect(WebAssets.all.allSatisfy { !$0.bytes.isEmpty })
        for page in EveryPageTests.pages {
            for element in try page.reading.get().elements {
                for name in ["src", "href"] {
                    guard let address = element.attributes[name], address.hasPrefix("/actifs/") else { continue }
                    #expect(served.contains(address))
                }
            }
        }
    }

    @Test func `styles and scripts load nothing from elsewhere and end their last line`() {
        for asset in WebAssets.all where !asset.contentType.hasPrefix("image") {
            let text = String(decoding: asset.bytes, as: UTF8.self)
            #expect(!text.contains("http://") && !text.contains("https://") && !text.contains("@import"))
            #expect(!text.contains("innerHTML") && !text.contains("eval("))
            #expect(text.hasSuffix("\n"))
        }
    }

    @Test func `scripts load only each other`() {
        let names = Set(WebAssets.all.map(\.path))
        for asset in WebAssets.all where asset.path.hasSuffix(".js") {
            let text = String(decoding: asset.bytes, as: UTF8.self)
            for piece in text.split(separator: "\"./").dropFirst() {
                #expect(names.contains(String(piece.prefix { $0 != "\"" })))
            }
        }
    }

    @Test func `each class and attribute that a script reads is written by some page`() throws {
        let written = Set(
            try EveryPageTests.pages.flatMap { try $0.reading.get().elements.flatMap(\.attributes.keys) })
        let told = ["data-live"]
        for asset in WebAssets.all where asset.path.hasSuffix(".js") {
            let text = String(decoding: asset.bytes, as: UTF8.self)
            for piece in text.split(separator: "[data-").dropFirst() {
                let name = "data-" + piece.prefix { $0.isLetter || $0 == "-" }
                #expect(written.contains(name) || told.contains(name), "\(asset.path): \(name)")
            }
        }
    }

    @Test func `the version is sixteen figures and changes with any byte`() {
        #expect(WebAssets.version.utf8.count == 16)
        #expect(WebAssets.version.allSatisfy { $0.isHexDigit })
    }
}
