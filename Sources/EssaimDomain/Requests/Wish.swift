/// What the requérant would like: an opinion only, that the specialist take over, or an appointment.
public enum Wish: String, Sendable, Codable, CaseIterable {
    case opinion, takeOver, appointment
}
