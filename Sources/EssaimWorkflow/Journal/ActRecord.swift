import EssaimDomain

/// A demand, and its answer once there is one, whole and exactly as they were when an act was recorded: what a receipt
/// shows and proves. Encoded canonically (keys sorted, no white space) and kept beside its entry.
struct ActRecord: Encodable {
    struct Piece: Encodable {
        let name: String
        let mediaType: String
        /// SHA-256 of the bytes as kept, lower-case hexadecimal.
        let sha256: String
        let taken: String?
    }

    struct Identity: Encodable {
        let birthFamilyName: String
        let usedFamilyName: String?
        let firstGivenName: String
        let birthDate: String
        let sex: String
        let identityStatus: String
    }

    struct Advice: Encodable {
        let version: Int
        let expert: String
        let validatedBy: String?
        let sentAt: Int64
        let reason: String?
        let content: AnswerContent
    }

    let format = "essaim.acte/1"
    let number: String
    let kind: String
    let requester: String
    let line: String
    let patient: Identity?
    let question: RequestContent
    let attachments: [Piece]
    let submittedAt: Int64?
    let answer: Advice?
}

extension Performance {
    /// The act whole, for the commands whose receipt someone may want: the sending of a demand, and of an answer.
    func record(_ command: Command, _ decision: Decision) throws -> String? {
        let request = decision.request
        let isAnswer: Bool
        switch command.action {
        case .submit: isAnswer = false
        case .answer, .validate, .amend, .erratum, .acceptOrientation: isAnswer = true
        default: return nil
        }
        let answer = isAnswer ? request.lastAnswer : nil
        // With what number the care is claimed is no part of the act, and leaves in no receipt.
        var question = request.content
        question.patient.claimNumber = ""
        let experts = try tx.people(Set([answer?.expert, answer?.validatedBy, request.requester].compactMap(\.self)))
        func name(_ id: Identifier<Person>?) -> String? {
            id.flatMap { experts[$0] }.map { $0.rpps?.nationalId ?? "\($0.givenName) \($0.familyName)" }
        }
        let record = ActRecord(
            number: request.number.shown, kind: request.kind.rawValue, requester: name(request.requester) ?? "",
            line: request.route.offer.rawValue, patient: try request.patient.flatMap(tx.patient).map(Self.identity),
            question: question,
            attachments: try tx.attachments(of: request.id).filter { $0.withdrawnAt == nil }.map(Self.piece),
            submittedAt: request.submittedAt?.milliseconds,
            answer: answer.map { answer in
                ActRecord.Advice(
                    version: answer.version, expert: name(answer.expert) ?? "", validatedBy: name(answer.validatedBy),
                    sentAt: answer.sentAt.milliseconds, reason: answer.reason.isEmpty ? nil : answer.reason,
                    content: answer.content)
            })
        return HistoryRecorder.canonical(record)
    }

    private static func identity(_ patient: Patient) -> ActRecord.Identity {
        let traits = patient.traits
        return ActRecord.Identity(
            birthFamilyName: traits.birthFamilyName, usedFamilyName: traits.usedFamilyName,
            firstGivenName: traits.firstGivenName, birthDate: traits.birthDate.description, sex: traits.sex.rawValue,
            identityStatus: (patient.ins?.status ?? .provisional).rawValue)
    }

    private static func piece(_ attachment: Attachment) -> ActRecord.Piece {
        ActRecord.Piece(
            name: attachment.name, mediaType: attachment.file.mediaType,
            sha256: HistoryRecorder.hex(attachment.file.digest),
            taken: attachment.file.capturedAt)
    }
}
