/// What the specialist orders to be done next: the coded part of every answer.
public enum Orientation: String, Sendable, Codable, CaseIterable {
    case managedRemotely, furtherTests, plannedConsultation, quickConsultation, teleconsultation, dayHospital
    case directAdmission, emergencyDepartment, otherSpecialty, multidisciplinaryMeeting, pathway

    /// The patient is to be seen: the answer should say before which day.
    public var isVisit: Bool {
        switch self {
        case .plannedConsultation, .quickConsultation, .teleconsultation, .dayHospital: true
        default: false
        }
    }

    /// The receiving line must say within hours that it takes the patient; until then the sender owns the next step.
    public var asksAcknowledgement: Bool {
        switch self {
        case .quickConsultation, .dayHospital, .directAdmission, .emergencyDepartment: true
        default: false
        }
    }
}
