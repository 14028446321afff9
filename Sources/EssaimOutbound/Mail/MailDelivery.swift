import CCurl

/// One mail handed to a server over SMTP (RFC 5321), on the calling thread.
struct MailDelivery {
    private let message: MailMessage
    private let server: MailServer
    private let authorities: String?

    init(_ message: MailMessage, through server: MailServer, authorities: String?) {
        self.message = message
        self.server = server
        self.authorities = authorities
    }

    func perform(_ watch: Watch) throws(OutgoingFault) {
        let line = try Line(
            .init(
                protocols: server.security == .implicitTLS ? "smtps" : "smtp", timeout: message.timeout,
                answerLimit: 0, reach: server.security == .plain ? .thisMachine : .anywhere, authorities: authorities),
            watch)
        // The greeting is the sender's domain: the name of this machine is nobody's business.
        try line.set(SplitAddress(server.url(greeting: message.from.domain)))
        // 3: CURLUSESSL_ALL, no mail without TLS.
        if server.security == .startTLS { try line.set(CURLOPT_USE_SSL, 3) }
        if let user = server.user, let password = server.password {
            try line.set(CURLOPT_USERNAME, user)
            try line.set(CURLOPT_PASSWORD, password.text)
            // Nothing of this machine's own identity (Kerberos, NTLM).
            try line.set(CURLOPT_LOGIN_OPTIONS, "AUTH=PLAIN;AUTH=LOGIN")
        }
        // libcurl waits two minutes for each reply unless told, the one to QUIT too, when the mail is long taken.
        try line.set(CURLOPT_SERVER_RESPONSE_TIMEOUT, line.settings.wholeSeconds)
        try line.set(CURLOPT_MAIL_FROM, "<\(message.from.text)>")
        try line.set(CURLOPT_MAIL_RCPT, ["<\(message.to.text)>"])
        try line.set(CURLOPT_UPLOAD, 1)
        try line.set(CURLOPT_INFILESIZE_LARGE, size: message.bytes.count)
        try line.send(message.bytes)
        try line.perform()
    }
}
