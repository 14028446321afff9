import EssaimDomain

@testable import EssaimWeb

extension HostileModels {
    static func duties(_ x: String) -> DutiesModel {
        DutiesModel(
            seal: seal(x), turns: [.init(when: x, post: x, value: x)], colleagues: [.init(value: x, label: x)],
            others: [.init(value: x, label: x)],
            waiting: [
                .init(
                    text: x, version: 1, accept: .swap(x, "accepter"), decline: .swap(x, "decliner"),
                    withdraw: .swap(x, "retirer"))
            ], past: [x], feedMade: x, feed: x, given: x, asked: x, taken: x,
            faults: [FieldFault(field: DutiesModel.givenName, message: x)])
    }

    static func rota(_ x: String) -> RotaModel {
        RotaModel(
            seal: seal(x), network: x, networkID: x,
            networks: Array(repeating: .init(title: x, path: .rota(x)), count: 2),
            pools: Array(repeating: .init(title: x, path: .rota(x, pool: x)), count: 3),
            days: [.init(title: x, holiday: x, turns: [.init(post: x, hours: x, person: x, isAway: true, value: x)])],
            earlier: .rota(x, from: x), later: .rota(x, from: x), window: x, alerts: [x], findings: [x], steers: true,
            duties: [.init(text: x, path: .rotaDuty(x, x))], form: form(x),
            faults: [FieldFault(field: "personne", message: x)])
    }

    static func duty(_ x: String) -> DutyModel {
        DutyModel(
            seal: seal(x), title: x, rota: .rota(x), save: .rotaDuty(x, x), end: .rotaDuty(x, x, "terminer"),
            form: form(x), lastDay: x, faults: [FieldFault(field: "dernier", message: x)])
    }

    private static func form(_ x: String) -> DutyFormModel {
        var form = DutyFormModel(posts: [.init(value: x, label: x)], people: [.init(value: x, label: x)])
        (form.typed.hours, form.typed.everyWeeks, form.typed.from, form.typed.through) = (x, x, x, x)
        return form
    }
}
