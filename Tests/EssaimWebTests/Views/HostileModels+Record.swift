import EssaimDomain

@testable import EssaimWeb

extension HostileModels {
    private static var now: Instant { PageClock.sample.now }

    static func recordBox(_ x: String) -> RecordBox {
        RecordBox(
            copy: .recordCopy(x), lines: [.init(words: x, who: x, at: now, undo: action(x))], isOpposed: true,
            offered: [action(x)], incidents: [x], sheet: .patientSheet(x), problem: .problem(x))
    }

    static func recordCopy(_ x: String) -> RecordCopyModel {
        RecordCopyModel(number: x, request: .request(x), text: x, record: recordBox(x))
    }

    static func sheet(_ x: String) -> PatientSheetModel {
        PatientSheetModel(
            number: x, path: .patientSheet(x), request: .request(x), seal: seal(x), patient: x, asker: x, structure: x,
            askedOn: x, team: x, answered: x, advice: x, appointment: x, network: x, phone: x)
    }

    static func problem(_ x: String) -> ProblemModel {
        ProblemModel(
            number: x, path: .problem(x), back: .request(x), backTitle: x, seal: seal(x), kind: x, words: x,
            networks: [.init(value: x, label: x), .init(value: "b", label: x)], network: x,
            faults: [.init(field: ProblemField.words, message: x)],
            told: [.init(kind: x, at: now, number: x, words: x, isHandled: true, reply: x)])
    }

    static func problems(_ x: String) -> ProblemsModel {
        let demand = PageFrame.Link(title: x, path: .request(x))
        return ProblemsModel(
            areHandled: false, openCount: x,
            items: [
                .init(
                    id: x, kind: x, isGrave: true, at: now, who: x, demand: demand, words: x, seal: seal(x), typed: x,
                    fault: x),
                .init(id: "b" + x, kind: x, at: now, who: x, words: x, seal: seal(x), handled: (x, now, x)),
            ], networks: [demand, demand], network: x, next: .problems(in: x, areHandled: true, before: x))
    }
}
