import CCurl

/// One libcurl transfer, for one errand, on one thread: set up, performed once, thrown away with all it learnt.
final class Line {
    let settings: LineSettings
    private let handle: UnsafeMutableRawPointer
    private let exchange: LineExchange
    private var address: SplitAddress?
    private var lists: [UnsafeMutablePointer<curl_slist>] = []

    /// libcurl's own start, once for the process.
    private static let isStarted = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

    init(_ settings: LineSettings, _ watch: Watch) throws(OutgoingFault) {
        guard Self.isStarted, let handle = curl_easy_init() else { throw .unreachable("libcurl did not start") }
        self.handle = handle
        self.settings = settings
        exchange = LineExchange(reach: settings.reach, answerLimit: settings.answerLimit, watch: watch)
        try bind(settings)
        try accept(exchange.hook(handle))
    }

    deinit {
        curl_easy_cleanup(handle)
        for list in lists { curl_slist_free_all(list) }
    }

    /// The rules of every line; a rule that libcurl does not take ends the errand.
    private func bind(_ settings: LineSettings) throws(OutgoingFault) {
        try set(CURLOPT_NOSIGNAL, 1)
        try set(CURLOPT_PROTOCOLS_STR, settings.protocols)
        try set(CURLOPT_FOLLOWLOCATION, 0)
        try set(CURLOPT_PROXY, "")
        try set(CURLOPT_NOPROXY, "*")
        try set(CURLOPT_NETRC, 0)
        try set(CURLOPT_FRESH_CONNECT, 1)
        try set(CURLOPT_FORBID_REUSE, 1)
        try set(CURLOPT_TIMEOUT_MS, settings.milliseconds)
        try set(CURLOPT_CONNECTTIMEOUT_MS, settings.connectMilliseconds)
        try set(CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2)
        try set(CURLOPT_SSL_VERIFYPEER, 1)
        try set(CURLOPT_SSL_VERIFYHOST, 2)
        if let authorities = settings.authorities { try set(CURLOPT_CAINFO, authorities) }
    }

    func set(_ option: CURLoption, _ number: Int) throws(OutgoingFault) {
        try accept(ccurl_set_number(handle, option, number))
    }

    func set(_ option: CURLoption, size: Int) throws(OutgoingFault) {
        try accept(ccurl_set_size(handle, option, curl_off_t(size)))
    }

    func set(_ option: CURLoption, _ text: String) throws(OutgoingFault) {
        try accept(ccurl_set_text(handle, option, text))
    }

    func set(_ option: CURLoption, _ items: [String]) throws(OutgoingFault) {
        var list: UnsafeMutablePointer<curl_slist>?
        for item in items {
            guard let longer = curl_slist_append(list, item) else {
                curl_slist_free_all(list)
                throw .unreachable("Out of memory")
            }
            list = longer
        }
        guard let list else { return }
        lists.append(list)
        try accept(ccurl_set_list(handle, option, list))
    }

    func set(_ address: SplitAddress) throws(OutgoingFault) {
        self.address = address
        try accept(ccurl_set_address(handle, address.handle))
    }

    /// What is sent when libcurl asks for it.
    func send(_ bytes: [UInt8]) throws(OutgoingFault) {
        exchange.outgoing = .bytes(bytes)
    }

    /// The same, from a source that owes so many bytes; one that cannot give them ends the line (``sourceFailed``).
    func send(_ source: LineSource, byteCount: Int) {
        exchange.outgoing = source
        exchange.owed = byteCount
    }

    /// Connects, sends, reads; returns once all is over.
    func perform() throws(OutgoingFault) {
        if let stopped = exchange.watch.stopped { throw stopped }
        let code = withExtendedLifetime(exchange) { curl_easy_perform(handle) }
        if code == CURLE_OK { return }
        throw exchange.fault ?? exchange.watch.stopped ?? LineFault.of(code, reply: replyCode)
    }

    /// The HTTP status or the last SMTP reply, 0 without one.
    var replyCode: Int { ccurl_reply_code(handle) }
    var contentType: String? { ccurl_content_type(handle).flatMap { String(validatingCString: $0) } }
    var answer: [UInt8] { exchange.answer }
    var sourceFailed: Bool { exchange.sourceFailed }

    /// The first header of this name in the last answer, nil without one.
    func header(_ name: String) -> String? {
        var header: UnsafeMutablePointer<curl_header>?
        // -1: the last answer, when a provisional one came before.
        guard curl_easy_header(handle, name, 0, UInt32(CURLH_HEADER), -1, &header) == CURLHE_OK else { return nil }
        return header?.pointee.value.flatMap { String(validatingCString: $0) }
    }

    private func accept(_ code: CURLcode) throws(OutgoingFault) {
        guard code == CURLE_OK else { throw .unreachable("libcurl refused a setting") }
    }
}
