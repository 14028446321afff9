import EssaimDomain
import EssaimGate
import EssaimWorkflow

extension ProfileModel {
    init(_ page: ProfilePage, seal: FormSeal) {
        let (person, hours) = (page.caller.person, page.choices.hours)
        let isNeverQuiet = hours.quietFrom == hours.quietTo
        self.init(
            seal: seal, name: person.shownName, profession: person.professionWords, rpps: person.rpps?.rawValue,
            places: page.caller.structures.map { "\($0.structure.name), \($0.structure.communeName)" },
            billing: person.profession.isHealthProfessional ? person.billingNumber?.rawValue ?? "" : nil,
            mail: Reach(page, .mail), mobile: Reach(page, .sms), byMail: page.choices.mail, bySMS: page.choices.sms,
            digests: hours.digests.map(MinuteOfDay.text).joined(separator: ", "),
            quietFrom: isNeverQuiet ? "" : MinuteOfDay.text(hours.quietFrom),
            quietTo: isNeverQuiet ? "" : MinuteOfDay.text(hours.quietTo), quietSundays: hours.quietSundays,
            invitations: page.offered.map(ProfileInvitations.Offer.init),
            lines: page.lines.map(ProfileLines.Line.init))
    }

    mutating func refuse(_ channel: TellingChannel, _ typed: String, _ fault: FieldFault) {
        switch channel {
        case .mail: mail.typed = typed
        case .sms: mobile.typed = typed
        }
        faults = [fault]
    }

    mutating func lay(_ form: ChoicesForm) {
        (byMail, bySMS) = (form.byMail, form.bySMS)
        (digests, quietFrom, quietTo) = (form.digests, form.quietFrom, form.quietTo)
        quietSundays = form.quietSundays
    }
}

extension ProfileModel.Reach {
    fileprivate init(_ page: ProfilePage, _ channel: TellingChannel) {
        let contact = page.contacts[channel]
        self.init(
            isOffered: page.channels.contains(channel), address: contact?.address, pending: contact?.pending,
            isUndelivered: contact?.check == .givenUp, failedAt: page.givenUp[channel])
    }
}

extension ProfileLines.Line {
    fileprivate init(_ subscription: LineSubscription) {
        self.init(
            network: subscription.network.rawValue, id: subscription.offer.rawValue,
            title: "\(subscription.title), \(subscription.networkName)", openedAt: subscription.openedAt)
    }
}
