import EssaimDomain
import EssaimGate

@testable import EssaimWeb

/// The journal's pages with a hostile text in every field that holds one.
extension HostileModels {
    private static let now = PageClock.sample.now

    static func trail(_ x: String) -> TrailModel {
        TrailModel(
            number: x, patient: patient(x), structure: x, request: .request(x),
            emergencies: [
                .init(who: x, profession: x, at: now, until: now, reason: x),
                .init(who: x, at: now, until: now, reason: x),
            ],
            lines: [
                .init(at: now, who: x, profession: x, role: x, what: x, place: x, seal: SealModel(), isRefused: true)
            ], next: .trail(x, before: x), first: .trail(x))
    }

    static func emergency(_ x: String) -> EmergencyModel {
        EmergencyModel(
            seal: seal(x), number: x, reason: x,
            faults: [
                FieldFault(field: EmergencyModel.numberName, message: x),
                FieldFault(field: EmergencyModel.reasonName, message: x),
            ], isTooOften: true)
    }

    static func journal(_ x: String) -> JournalModel {
        let filter = JournalFilter(
            FormFields([
                ("qui", x), ("demande", x), ("famille", x), ("resultat", x), ("du", x), ("au", x),
            ]))
        return JournalModel(
            seal: .init(
                size: 3, signedSize: 2, keys: [x, x], holders: [.init(name: x, size: 1, at: now, disagreement: x)]),
            alarms: [
                .init(
                    at: now, kind: x, detail: x, who: x, number: x, lifting: .init(path: .liftAlarm(x), seal: seal(x)),
                    liftedAt: now)
            ], filter: filter,
            lines: [
                .init(
                    at: now, who: x, nationalId: x, role: x, what: x, number: x, place: x, seal: SealModel(number: 1),
                    isRefused: true)
            ], next: .journal(filter.query + [(x, x)]), first: .journal(filter.query, isExport: true))
    }
}
