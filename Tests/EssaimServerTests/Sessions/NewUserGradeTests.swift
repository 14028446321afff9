import EssaimDomain
import EssaimTestSupport
import EssaimWorkflow
import Testing

@testable import EssaimServer

@Suite struct NewUserGradeTests {
    private static func user(_ grade: String?, in pool: String?) -> NewUser {
        NewUser(
            login: "riwal", familyName: "Kerexemple", givenName: "Riwal", profession: "10", pool: pool, grade: grade,
            check: "M. Essai, carte vue")
    }

    @Test(arguments: [(nil, PoolGrade.senior), ("senior", .senior), ("junior", .junior)])
    func `who answers is a senior, unless written down as a junior`(_ grade: String?, _ kept: PoolGrade) async throws {
        try await ServedTown.open { town in
            let pool = try await Self.somePool(town)
            _ = try await town.server.add(Self.user(grade, in: pool))
            let caller = try await town.server.store.read { reader in
                try reader.account(login: "riwal").flatMap { try reader.caller($0.person) }
            }
            #expect(caller?.pools.map(\.grade) == [kept])
        }
    }

    @Test(arguments: [("chief", true), ("", true), ("junior", false)])
    func `a grade that is none, or of no pool, makes nobody`(_ grade: String, _ hasPool: Bool) async throws {
        try await ServedTown.open { town in
            let pool = try await Self.somePool(town)
            await #expect(throws: NewUser.Fault.self) {
                _ = try await town.server.add(Self.user(grade, in: hasPool ? pool : nil))
            }
            #expect(try await town.server.store.read { try $0.account(login: "riwal") } == nil)
        }
    }

    private static func somePool(_ town: ServedTown) async throws -> String {
        try await town.server.store.read { reader in
            try #require(try reader.networks().first?.pools.first).id.rawValue
        }
    }
}
