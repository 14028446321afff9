import CCurl

/// One HTTP exchange over libcurl, on the calling thread.
struct HTTPExchange {
    private let call: OutgoingCall
    private let authorities: String?

    init(_ call: OutgoingCall, authorities: String?) {
        self.call = call
        self.authorities = authorities
    }

    func perform(_ watch: Watch) throws(OutgoingFault) -> OutgoingAnswer {
        let address = try SplitAddress(call.url)
        guard let scheme = address.part(CURLUPART_SCHEME), scheme == "https" || scheme == "http" else {
            throw .badAddress
        }
        let isPlain = scheme == "http"
        if isPlain, !address.isThisMachine { throw .notSecure }
        if call.addresses == .fromUsers {
            if isPlain { throw .notSecure }
            if address.part(CURLUPART_USER) != nil || address.part(CURLUPART_PASSWORD) != nil { throw .badAddress }
        }
        let line = try Line(
            .init(
                protocols: "http,https", timeout: call.timeout, answerLimit: call.answerLimit,
                reach: call.addresses == .fromUsers ? .publicHosts : isPlain ? .thisMachine : .anywhere,
                authorities: authorities),
            watch)
        try line.set(address)
        try line.set(CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_1_1)
        try line.set(CURLOPT_HTTPAUTH, 1)
        try line.set(CURLOPT_USERAGENT, "essaim")
        try line.set(CURLOPT_HTTPHEADER, headerLines())
        if !call.knownNames.isEmpty { try line.set(CURLOPT_RESOLVE, call.knownNames) }
        switch call.method {
        case .get:
            try line.set(CURLOPT_HTTPGET, 1)
        case .post:
            try line.set(CURLOPT_POST, 1)
            try line.set(CURLOPT_POSTFIELDSIZE_LARGE, size: call.body.count)
            try line.send(call.body)
        case .put:
            try line.set(CURLOPT_UPLOAD, 1)
            try line.set(CURLOPT_INFILESIZE_LARGE, size: call.body.count)
            try line.send(call.body)
        }
        try line.perform()
        return OutgoingAnswer(status: line.replyCode, contentType: line.contentType, body: line.answer)
    }

    /// The caller's headers; `Expect` is taken away, and the type that libcurl gives to a body without one.
    private func headerLines() throws(OutgoingFault) -> [String] {
        var lines = ["Expect:"]
        var hasType = false
        for (name, value) in call.headers {
            lines.append(try CallHeader(name, value).line)
            if name.lowercased() == "content-type" { hasType = true }
        }
        if !hasType { lines.append("Content-Type:") }
        return lines
    }
}
