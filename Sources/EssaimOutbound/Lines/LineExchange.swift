import CCurl

/// What passes on a line, and the reasons to cut it; libcurl's callbacks reach it by its address, on the line's thread.
final class LineExchange {
    let watch: Watch
    private let reach: LineSettings.Reach
    private let answerLimit: Int
    /// Headers of an answer, or replies of a mail server, beyond this are not read.
    private static let headerLimit = 64 << 10

    var outgoing = LineSource.bytes([])
    /// How many bytes the source owes; nil when it is known by its end.
    var owed: Int?
    private var sent = 0
    /// The source could not be read, or ended before all that it owes.
    private(set) var sourceFailed = false
    private(set) var answer: [UInt8] = []
    private var headerBytes = 0
    private var cut: OutgoingFault?
    private var refused: OutgoingFault?
    private var isOpen = false

    /// Why we cut the line ourselves, or did not open it. An address out of reach among others within does not count.
    var fault: OutgoingFault? { cut ?? (isOpen ? nil : refused) }

    init(reach: LineSettings.Reach, answerLimit: Int, watch: Watch) {
        self.reach = reach
        self.answerLimit = answerLimit
        self.watch = watch
    }

    /// Gives libcurl the callbacks. This object must outlive the transfer.
    func hook(_ handle: UnsafeMutableRawPointer) -> CURLcode {
        let here = Unmanaged.passUnretained(self).toOpaque()
        let codes = [
            ccurl_on_body(handle, { LineExchange.at($3)?.read($0, $1 * $2) ?? 0 }, here),
            ccurl_on_header(handle, { LineExchange.at($3)?.readHeader($1 * $2) ?? 0 }, here),
            ccurl_on_source(handle, { LineExchange.at($3)?.write($0, $1 * $2) ?? Int(CURL_READFUNC_ABORT) }, here),
            ccurl_on_progress(
                handle, { context, _, _, _, _ in LineExchange.at(context)?.goesOn == true ? 0 : 1 }, here),
            ccurl_on_socket(
                handle, { context, _, peer in LineExchange.at(context)?.open(peer) ?? CURL_SOCKET_BAD }, here),
        ]
        return codes.first { $0 != CURLE_OK } ?? CURLE_OK
    }

    private static func at(_ context: UnsafeMutableRawPointer?) -> LineExchange? {
        context.map { Unmanaged<LineExchange>.fromOpaque($0).takeUnretainedValue() }
    }

    private var goesOn: Bool { watch.stopped == nil }

    /// Less than `count` tells libcurl to stop.
    private func read(_ bytes: UnsafeMutablePointer<CChar>?, _ count: Int) -> Int {
        guard answer.count + count <= answerLimit else {
            cut = .tooLarge
            answer = []
            return count == 0 ? 1 : 0
        }
        answer.append(contentsOf: UnsafeRawBufferPointer(start: bytes, count: count))
        return count
    }

    private func readHeader(_ count: Int) -> Int {
        headerBytes += count
        guard headerBytes <= Self.headerLimit else {
            cut = .tooLarge
            return 0
        }
        return count
    }

    private func write(_ room: UnsafeMutablePointer<CChar>?, _ count: Int) -> Int {
        let wanted = min(count, (owed ?? Int.max) - sent)
        guard let bytes = try? outgoing.next(wanted, after: sent), !bytes.isEmpty || wanted == 0 || owed == nil else {
            sourceFailed = true
            return Int(CURL_READFUNC_ABORT)
        }
        UnsafeMutableRawBufferPointer(start: room, count: count).copyBytes(from: bytes)
        sent += bytes.count
        return bytes.count
    }

    /// Opens a socket, if its address is within reach. Each address that a name leads to comes here before any packet.
    private func open(_ peer: UnsafeMutablePointer<curl_sockaddr>?) -> curl_socket_t {
        guard let peer else { return CURL_SOCKET_BAD }
        var bytes = [UInt8](repeating: 0, count: 16)
        let length = ccurl_peer_address(peer, &bytes)
        let address = NetworkAddress(bytes: Array(bytes.prefix(length)))
        switch reach {
        case .anywhere:
            break
        case .thisMachine where address?.isLoopback != true:
            refused = .notSecure
            return CURL_SOCKET_BAD
        case .publicHosts where address?.isPublic != true:
            refused = .refusedAddress
            return CURL_SOCKET_BAD
        case .thisMachine, .publicHosts:
            break
        }
        isOpen = true
        return ccurl_open_socket(peer)
    }
}
