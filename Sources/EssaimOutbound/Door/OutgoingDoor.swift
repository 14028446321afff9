/// The one door out: every outgoing call and mail of the server passes here, on threads of its own, with one set of rules.
///
/// - TLS 1.2 at least, the peer's certificate always verified; without TLS only to this machine.
/// - One connection an errand, nothing kept between two: no cookie, no session, no connection used again.
/// - Redirects are not followed; proxies, `.netrc` and their environment variables are ignored.
/// - Time and size are limited. The time given runs from the first packet, not while waiting in the queue; a name server
///   that does not answer may add its own time-out (`resolv.conf`).
public final class OutgoingDoor: Sendable {
    private let errands: Errands
    private let authorities: String?

    /// - Parameters:
    ///   - threads: how many errands run at once.
    ///   - waiting: how many more may wait; the next is ``OutgoingFault/busy``.
    ///   - authorities: the path of a PEM file of certificate authorities to trust instead of the system's file
    ///     (its folder of authorities, `/etc/ssl/certs`, stays trusted); nil for the system's.
    public init(threads: Int = 2, waiting: Int = 256, authorities: String? = nil) {
        self.errands = Errands(threads: threads, room: waiting)
        self.authorities = authorities
    }

    deinit { errands.close() }

    /// One HTTP exchange. Any status is an answer, a redirect or an error of the server too.
    public func exchange(_ call: OutgoingCall) async throws(OutgoingFault) -> OutgoingAnswer {
        try await run { [authorities] (watch) throws(OutgoingFault) in
            try HTTPExchange(call, authorities: authorities).perform(watch)
        }
    }

    /// Hands one mail to a server; returns once the server has taken charge of it.
    public func send(_ mail: OutgoingMail, through server: MailServer) async throws(OutgoingFault) {
        let message = try MailMessage(mail)
        try await run { [authorities] (watch) throws(OutgoingFault) in
            try MailDelivery(message, through: server, authorities: authorities).perform(watch)
        }
    }

    /// One signed call to an object storage. Any status is an answer.
    func exchange(_ call: ObjectCall, at place: ObjectPlace) async throws(OutgoingFault) -> ObjectOutcome {
        try await run { [authorities] (watch) throws(OutgoingFault) in
            try ObjectExchange(call, at: place, authorities: authorities).perform(watch)
        }
    }

    /// Refuses what waits and what comes with ``OutgoingFault/closed``; what is under way is cut within about a second.
    public func close() {
        errands.close()
    }

    /// How many errands wait or are under way.
    var load: Int { errands.count }

    private func run<Outcome: Sendable>(
        _ work: @escaping @Sendable (Watch) throws(OutgoingFault) -> Outcome
    ) async throws(OutgoingFault) -> Outcome {
        let watch = Watch()
        let outcome = await withTaskCancellationHandler {
            await withCheckedContinuation { (caller: CheckedContinuation<Result<Outcome, OutgoingFault>, Never>) in
                errands.add(
                    Errands.Errand(
                        watch: watch,
                        run: {
                            caller.resume(returning: Result { () throws(OutgoingFault) in try work(watch) })
                        },
                        refuse: { caller.resume(returning: .failure($0)) }))
            }
        } onCancel: {
            errands.withdraw(watch, .cancelled)
        }
        return try outcome.get()
    }
}
