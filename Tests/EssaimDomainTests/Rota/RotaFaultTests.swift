import EssaimDomain
import Testing

struct RotaFaultTests {
    @Test func `what is wrong with a rota is said duty by duty`() throws {
        let rota = Rota(duties: [
            try RotaSample.duty("good", RotaSample.riou, [.monday], "day"),
            try RotaSample.duty("good", RotaSample.prigent, [.tuesday], "day"),
            try RotaSample.duty("stranger", RotaSample.stranger, [.monday], "day"),
            try RotaSample.duty("elsewhere", RotaSample.corre, [.monday], "day"),
            try RotaSample.duty("line", RotaSample.corre, [.monday], "day", for: .line(RotaSample.lesion)),
            try RotaSample.duty("other-line", RotaSample.corre, [.monday], "day", for: .line(RotaSample.eruption)),
            try RotaSample.duty("no-pool", RotaSample.riou, [.monday], "day", for: .pool("nantes")),
            try RotaSample.duty("no-line", RotaSample.riou, [.monday], "day", for: .line("nantes")),
            // From a Tuesday to the Sunday after it, on Mondays.
            try RotaSample.duty(
                "never", RotaSample.riou, [.monday], "day", from: "2026-11-24", through: "2026-11-29"),
            try RotaSample.duty(
                "second", RotaSample.riou, [.monday], "day", every: 2, from: "2026-11-24", through: "2026-12-07"),
            try RotaSample.duty("holidays", RotaSample.riou, [.monday], "day", .only),
        ])
        let faults = rota.faults(in: try RotaSample.network(), among: try RotaSample.answerers())
        #expect(
            faults == [
                RotaFault(duty: "good", reason: .sameIdentifier), RotaFault(duty: "stranger", reason: .stranger),
                RotaFault(duty: "elsewhere", reason: .stranger), RotaFault(duty: "other-line", reason: .stranger),
                RotaFault(duty: "no-pool", reason: .unknownPost), RotaFault(duty: "no-line", reason: .unknownPost),
                RotaFault(duty: "never", reason: .neverComes),
            ])
    }

    @Test func `a rota has so many duties and no more`() throws {
        let duties = try (0..<Rota.mostDuties + 2).map {
            try RotaSample.duty(Identifier("duty-\($0)"), RotaSample.riou, [.monday], "day")
        }
        let faults = Rota(duties: duties).faults(in: try RotaSample.network(), among: try RotaSample.answerers())
        #expect(faults.map(\.reason) == [.tooMany, .tooMany])
    }

    @Test func `an empty rota has nothing wrong`() throws {
        #expect(Rota().faults(in: try RotaSample.network(), among: try RotaSample.answerers()).isEmpty)
    }
}
