/// Why an object storage did not do it. No case carries an address, a key or a secret: the texts are fit for a log.
public enum ObjectFault: Error, Sendable, Equatable {
    /// It does not answer, or says that it cannot for now, after every try; why, in English.
    case away(String)
    /// It says no: keys, rights, clock, region or bucket. The operator's to mend. The HTTP status and the storage's own code,
    /// `SignatureDoesNotMatch`, empty without one.
    case refused(status: Int, code: String)
    /// It has no object of this key. (A storage whose keys may not list its bucket says `refused`, 403, instead.)
    case absent
    /// What came back is no answer of a storage, what was to be sent cannot be read, or the call was given up; why, in
    /// English.
    case failed(String)
}

extension ObjectFault {
    init(_ fault: OutgoingFault) {
        switch fault {
        case .unreachable(let why): self = .away(why)
        case .timedOut: self = .away("Timeout was reached")
        case .busy: self = .away("Too many calls wait already")
        case .closed: self = .failed("The door is closed")
        case .cancelled: self = .failed("Cancelled")
        case .certificate: self = .failed("The certificate does not prove who the storage is")
        case .notSecure: self = .failed("Without TLS beyond this machine")
        case .tooLarge: self = .failed("The answer is larger than its limit")
        case .badAddress, .refusedAddress: self = .failed("The address cannot be called")
        case .refusedByPeer(let code): self = .away("Refused with \(code)")
        }
    }

    /// What an answer says is wrong; nil when it has what was asked.
    init?(_ answer: ObjectAnswer) {
        let code = answer.errorCode
        switch answer.status {
        case 200..<300:
            return nil
        case 404 where code == "" || code == "NoSuchKey":
            self = .absent
        case 400 where code == "RequestTimeout", 408, 429, 500..<600:
            self = .away("HTTP \(answer.status) \(code)")
        default:
            self = .refused(status: answer.status, code: code)
        }
    }
}
