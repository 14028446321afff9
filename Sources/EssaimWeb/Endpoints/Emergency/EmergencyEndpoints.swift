import EssaimDomain
import EssaimGate

extension Site {
    /// | method · path | policy |
    /// |---|---|
    /// | GET, POST /acces-urgence | may break glass: an expert of some network |
    static let emergency: [Endpoint] = [
        Endpoint(.get, "/acces-urgence", MayBreakGlass.self) { grant, _ in
            let page = try await grant.surroundedPage()
            return .page(EmergencyView(EmergencyModel(seal: page.seal()), in: page.frame(current: .emergency)))
        },
        Endpoint(.post, "/acces-urgence", MayBreakGlass.self) { grant, input in
            try await grant.open(input)
        },
    ]
}

extension Grant where P == MayBreakGlass {
    fileprivate func surroundedPage() async throws -> PageMaking {
        page(try await surroundings())
    }

    /// To the demand; or the same page, with what was typed and what is wrong with it.
    fileprivate func open(_ input: Input) async throws -> Reply {
        let number = input.form.typed(EmergencyModel.numberName)
        let reason = input.form.typed(EmergencyModel.reasonName)
        let result = try await openInEmergency(number, reason: reason, input)
        if case .success(let id) = result { return .seeOther(SitePath.request(id.rawValue)) }
        let page = try await surroundedPage()
        var model = EmergencyModel(seal: page.seal(), number: number, reason: reason)
        if case .failure(let refusal) = result {
            switch refusal {
            case .unknownNumber: model.faults = [.unknownNumber]
            case .reason: model.faults = [.emergencyReason]
            case .tooOften: model.isTooOften = true
            }
        }
        return .page(
            EmergencyView(model, in: page.frame(current: .emergency)), status: model.isTooOften ? 429 : 422)
    }
}
