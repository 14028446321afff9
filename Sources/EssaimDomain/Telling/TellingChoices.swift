/// What someone wants to be told, by which channel, and when.
public struct TellingChoices: Sendable, Equatable, Codable {
    public enum Extent: String, Sendable, Codable, CaseIterable { case everything, pressing, nothing }

    public var mail: Extent
    public var sms: Extent
    public var hours: TellingHours

    public init(mail: Extent = .everything, sms: Extent = .pressing, hours: TellingHours = .usual) {
        self.mail = mail
        self.sms = sms
        self.hours = hours
    }

    public func wants(_ channel: TellingChannel, isPressing: Bool) -> Bool {
        let extent =
            switch channel {
            case .mail: mail
            case .sms: sms
            }
        return switch extent {
        case .everything: true
        case .pressing: isPressing
        case .nothing: false
        }
    }
}
