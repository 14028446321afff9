import EssaimDomain
import EssaimGate

/// What was typed of one's choices, and what it says.
struct ChoicesForm {
    struct Faults: Error { let list: [FieldFault] }

    let byMail: TellingChoices.Extent
    let bySMS: TellingChoices.Extent
    let digests: String
    let quietFrom: String
    let quietTo: String
    let quietSundays: Bool

    init(_ form: FormFields) {
        byMail = form.first(ProfileModel.byMailName).flatMap(TellingChoices.Extent.init) ?? .everything
        bySMS = form.first(ProfileModel.bySMSName).flatMap(TellingChoices.Extent.init) ?? .pressing
        digests = form.typed(ProfileModel.digestsName)
        quietFrom = form.typed(ProfileModel.quietFromName)
        quietTo = form.typed(ProfileModel.quietToName)
        quietSundays = form.first(ProfileModel.sundaysName) != nil
    }

    /// Both quiet hours left empty: there are none.
    var choices: Result<TellingChoices, Faults> {
        let hours = MinuteOfDay.parseList(digests)
        let isNeverQuiet = quietFrom.trimmed.isEmpty && quietTo.trimmed.isEmpty
        let from = isNeverQuiet ? 0 : MinuteOfDay.parse(quietFrom)
        let to = isNeverQuiet ? 0 : MinuteOfDay.parse(quietTo)
        guard let hours, hours.count <= TellingHours.mostDigests, let from, let to else {
            var faults: [FieldFault] = []
            if hours.map({ $0.count > TellingHours.mostDigests }) ?? true { faults.append(.profileDigests) }
            if from == nil { faults.append(.profileQuietFrom) }
            if to == nil { faults.append(.profileQuietTo) }
            return .failure(Faults(list: faults))
        }
        return .success(
            TellingChoices(
                mail: byMail, sms: bySMS,
                hours: TellingHours(digests: hours, quietFrom: from, quietTo: to, quietSundays: quietSundays)))
    }
}
