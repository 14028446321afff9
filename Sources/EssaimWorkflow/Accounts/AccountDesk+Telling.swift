import EssaimDomain

/// People are told by mail of each change of how they sign in, in the transaction of the change (decision 0064).
extension AccountDesk {
    /// Leaves a mail to where they are reached now, closed accounts too.
    /// - Parameter device: from where, in known words.
    public func tell(
        _ event: AccountEvent, _ person: Identifier<Person>, from device: String = "", _ tx: any StoreWriter
    ) throws {
        try tx.tell(event, person, by: channels, from: device, at: clock.now())
    }

    /// A sign-in that its owner may not have made is told to them, once: after refused attempts, from a browser or a system
    /// that is new, or after months. The first one ever is not.
    func tellIfStrange(_ person: Identifier<Person>, _ knock: Knock, _ tx: any StoreWriter) throws {
        let now = clock.now()
        let limit = SignInLimit.refusals(of: person)
        let refusals = try tx.attempts(limit.bucket, at: now)?.count ?? 0
        if refusals > 0 { try tx.forgetAttempts(of: limit.bucket) }
        let known = try tx.knownDevices(of: person)
        try tx.note(device: knock.device, of: person, at: now)
        if refusals >= AccountEvent.manyRefusals {
            try tell(.afterRefusals, person, from: knock.device, tx)
        } else if let last = known.values.max() {
            if known[knock.device] == nil {
                try tell(.newDevice, person, from: knock.device, tx)
            } else if now - last >= AccountEvent.absence {
                try tell(.afterAbsence, person, from: knock.device, tx)
            }
        }
    }

    /// Their password is known to somebody who has no second factor: told once a day at most.
    func tellOfSecondStep(_ person: Identifier<Person>, _ knock: Knock, _ tx: any StoreWriter) throws {
        let limit = SignInLimit.toldSecondStep(of: person)
        guard try tx.attempts(limit.bucket, at: clock.now()) == nil else { return }
        try tx.countAttempt(limit.bucket, window: limit.window, at: clock.now())
        try tell(.secondStepFailed, person, from: knock.device, tx)
    }

    /// One more refused attempt of someone, to be told at the next good one.
    func noteRefusal(of person: Identifier<Person>, _ tx: any StoreWriter) throws {
        let limit = SignInLimit.refusals(of: person)
        try tx.countAttempt(limit.bucket, window: limit.window, at: clock.now())
    }
}

extension StoreWriter {
    /// Leaves a mail about someone's account.
    /// - Parameter addresses: where to; nil for where they are reached now. None, and nobody is told.
    func tell(
        _ event: AccountEvent, _ person: Identifier<Person>, by channels: Set<TellingChannel>, from device: String = "",
        at now: Instant, to addresses: [String]? = nil
    ) throws {
        guard channels.contains(.mail) else { return }
        for address in try addresses ?? [contact(of: person, by: .mail)?.address].compactMap(\.self) {
            try leave(
                AccountMail(
                    id: .new(at: now), person: person, address: address, event: event, detail: device, madeAt: now))
        }
    }
}
