import EssaimNetworkFiles
import Foundation
import Testing

@Suite struct SchemaTests {
    @Test func `the schema for editors knows the keys that the reader knows, in each part`() throws {
        let schema = try JSONDecoder().decode(Schema.self, from: Data(try shipped("schema.json").utf8))
        #expect(!NetworkFile.keys.isEmpty)
        for (part, keys) in NetworkFile.keys {
            let known = try #require(schema.parts[part]?.properties, "\(part)")
            #expect(Set(known.keys) == Set(keys), "\(part)")
        }
    }
}

/// As much of a JSON Schema as names keys.
private struct Schema: Decodable {
    struct Anything: Decodable {}

    struct Part: Decodable {
        let properties: [String: Anything]?
    }

    let parts: [String: Part]

    enum CodingKeys: String, CodingKey { case parts = "$defs" }
}
