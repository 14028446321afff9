import EssaimDomain
import EssaimGate
import EssaimWorkflow

/// One's own sign-in: by what one shows who one is, and where one is signed in.
struct SecurityModel: Sendable {
    static let oldPasswordName = "mot_de_passe"
    static let newPasswordName = "nouveau_mot_de_passe"

    struct Key: Sendable {
        var id: String
        var name: String
        var addedAt: Instant
        var lastUsedAt: Instant?
        var isSynced: Bool
    }

    struct Device: Sendable {
        var id: String
        var name: String
        var place: String
        var since: Instant
        var lastSeenAt: Instant
        var isThisOne: Bool
    }

    var seal: FormSeal
    var login: String
    var hasPassword: Bool
    /// What is sensitive is open: who one is was shown lately.
    var isProven: Bool
    var keys: [Key]
    /// When the application was added; nil without one.
    var applicationSince: Instant?
    var recoveryCodes: Int
    var devices: [Device]
    var faults: [FieldFault] = []

    /// The last of them stays.
    var mayRemove: Bool { keys.count + (applicationSince == nil ? 0 : 1) > 1 }

    static let sample = SecurityModel(
        seal: .sample, login: "anne.legoff", hasPassword: true, isProven: true,
        keys: [
            Key(
                id: "k1", name: "Téléphone", addedAt: Instant(milliseconds: 1_795_000_000_000),
                lastUsedAt: Instant(milliseconds: 1_795_422_600_000), isSynced: true),
            Key(
                id: "k2", name: "Poste du cabinet", addedAt: Instant(milliseconds: 1_795_100_000_000), lastUsedAt: nil,
                isSynced: false),
        ],
        applicationSince: Instant(milliseconds: 1_795_000_000_000), recoveryCodes: 8,
        devices: [
            Device(
                id: "s1", name: "Firefox sur Windows", place: "198.51.100.7",
                since: Instant(milliseconds: 1_795_420_000_000), lastSeenAt: Instant(milliseconds: 1_795_422_600_000),
                isThisOne: true),
            Device(
                id: "s2", name: "Safari sur iPhone", place: "203.0.113.9",
                since: Instant(milliseconds: 1_795_410_000_000), lastSeenAt: Instant(milliseconds: 1_795_421_000_000),
                isThisOne: false),
        ])
    static let closedSample: SecurityModel = {
        var model = sample
        model.isProven = false
        model.recoveryCodes = 0
        return model
    }()
    static let faultySample: SecurityModel = {
        var model = sample
        model.keys = []
        model.faults = [FieldFault(field: newPasswordName, message: "Ce n’est pas votre mot de passe actuel.")]
        return model
    }()
}

extension SecurityModel {
    init(_ page: SecurityPage, seal: FormSeal, faults: [FieldFault]) {
        self.init(
            seal: seal, login: page.own.login, hasPassword: page.own.hasPassword, isProven: page.isProven,
            keys: page.own.factors.passkeys.map {
                Key(
                    id: $0.id.rawValue, name: $0.name, addedAt: $0.addedAt, lastUsedAt: $0.lastUsedAt,
                    isSynced: $0.key.isSynced)
            },
            applicationSince: page.own.factors.timeCode?.addedAt, recoveryCodes: page.own.factors.recoveryCodes,
            devices: page.own.sessions.map {
                Device(
                    id: $0.id.rawValue, name: $0.device, place: $0.place, since: $0.createdAt,
                    lastSeenAt: $0.lastSeenAt, isThisOne: $0.id == page.session.id)
            }, faults: faults)
    }
}
