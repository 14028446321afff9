import EssaimTestSupport
import Testing

@testable import EssaimStorage

/// In which order tables move, and what the two sides must agree on.
struct MovePlanTests {
    private static func catalogue(_ parents: [String: Set<String>], hasBooleans: Bool = true) -> Catalogue {
        var catalogue = Catalogue(hasBooleans: hasBooleans)
        for (name, parents) in parents {
            catalogue.tables[name] = Catalogue.Table(
                name: name, columns: [.init(name: "id", kind: .text), .init(name: "is_a", kind: .integer)],
                key: ["id"], parents: parents)
        }
        return catalogue
    }

    private static func order(_ parents: [String: Set<String>]) throws -> [String] {
        try MovePlan(from: catalogue(parents), to: catalogue(parents)).tables.map(\.name)
    }

    @Test func `a table moves after those it points to, and otherwise by name`() throws {
        #expect(try Self.order(["c": [], "b": [], "a": []]) == ["a", "b", "c"])
        #expect(try Self.order(["a": ["b"], "b": ["c"], "c": []]) == ["c", "b", "a"])
        #expect(try Self.order(["a": ["d"], "b": ["a", "d"], "c": [], "d": ["c"]]) == ["c", "d", "a", "b"])
    }

    @Test func `tables in a circle are refused by name`() {
        #expect(throws: MoveFault.cycle(["b", "c"])) { try Self.order(["a": [], "b": ["a", "c"], "c": ["b"]]) }
    }

    @Test func `an integer is a boolean only where the engine has none of its own`() throws {
        var booleans = Self.catalogue(["t": []])
        booleans.tables["t"]?.columns[1] = .init(name: "is_a", kind: .boolean)
        let integers = Self.catalogue(["t": []], hasBooleans: false)
        #expect(throws: Never.self) { try MovePlan(from: integers, to: booleans) }
        #expect(throws: Never.self) { try MovePlan(from: booleans, to: integers) }
        #expect(throws: MoveFault.otherKind(table: "t", column: "is_a")) {
            try MovePlan(from: Self.catalogue(["t": []]), to: booleans)
        }
    }

    @Test func `a table without a key, or with a name to be quoted, is refused`() {
        var keyless = Self.catalogue(["t": []])
        keyless.tables["t"]?.key = []
        #expect(throws: MoveFault.noKey(table: "t")) { try MovePlan(from: keyless, to: keyless) }
        for name in ["T", "a b", "x;--", "é"] {
            let odd = Self.catalogue([name: []])
            #expect(throws: MoveFault.unsafeName(name)) { try MovePlan(from: odd, to: odd) }
        }
    }

    @Test func `both engines' own catalogues say the same of the schema that is shipped`() async throws {
        try await MoveStage.with(isFounded: false) { stage throws in
            let here = try await stage.source { source in
                let dialect = source.moving
                return try await source.reading { try Catalogue.read($0, dialect) }
            }
            let there = try await stage.target { target in
                let dialect = target.moving
                return try await target.reading { try Catalogue.read($0, dialect) }
            }
            #expect(here.tables.keys.sorted() == there.tables.keys.sorted() && here.tables.count > 20)
            #expect(here.steps == there.steps && here.steps.count == Migration.all.count)
            for (name, table) in here.tables {
                #expect(table.columns.map(\.name) == there.tables[name]?.columns.map(\.name), "\(name)")
                #expect(table.key == there.tables[name]?.key && table.parents == there.tables[name]?.parents)
            }
            #expect(there.tables["offer_pools"]?.key == ["offer_id", "zone_id"])
            #expect(there.tables["offer_pools"]?.parents == ["offers", "zones", "pools"])
            let order = try MovePlan(from: here, to: there).tables.map(\.name)
            let place = { (table: String) throws in try #require(order.firstIndex(of: table)) }
            #expect(try place("people") < place("requests") && place("requests") < place("reports"))
        }
    }
}
