/// A ZIP archive on its way to a sink (PKWARE APPNOTE 6.3.10): files as they are, not compressed, with UTF-8 names, and with
/// Zip64 where a size, a place or a count needs it. Photographs do not get smaller, and a reader sees the very bytes.
///
/// After each step pass on what `take` returns. Names are made harmless and unique here; see `ZipNames`. The same steps give
/// the same bytes.
public struct ZipWriter: Sendable {
    private var queue = ByteQueue()
    private var names = ZipNames()
    private var entries: [ZipEntry] = []
    private var checksum: Checksum?

    public init() {}

    /// A file that is at hand: its header tells size and checksum.
    ///
    /// - Returns: the name that it bears.
    @discardableResult
    public mutating func add(_ wanted: String, _ bytes: [UInt8], modified: ZipMoment) -> String {
        close()
        let name = names.unique(wanted)
        var entry = ZipEntry(name: Array(name.utf8), modified: modified, offset: queue.total, isStreamed: false)
        entry.checksum = Checksum.of(bytes)
        entry.size = bytes.count
        queue.append(entry.localHeader)
        queue.append(bytes)
        entries.append(entry)
        return name
    }

    /// A file whose bytes come in pieces, by `write`, until `close`: size and checksum follow it.
    ///
    /// - Returns: the name that it bears.
    @discardableResult
    public mutating func open(_ wanted: String, modified: ZipMoment) -> String {
        close()
        let name = names.unique(wanted)
        let entry = ZipEntry(name: Array(name.utf8), modified: modified, offset: queue.total, isStreamed: true)
        queue.append(entry.localHeader)
        entries.append(entry)
        checksum = Checksum()
        return name
    }

    /// The next bytes of the file that is open; without one they go nowhere.
    public mutating func write(_ bytes: [UInt8]) {
        guard checksum != nil else { return }
        checksum?.combine(bytes)
        entries[entries.count - 1].size += bytes.count
        queue.append(bytes)
    }

    /// Ends the file that is open, if any.
    public mutating func close() {
        guard let ended = checksum else { return }
        checksum = nil
        entries[entries.count - 1].checksum = ended.value
        queue.append(entries[entries.count - 1].descriptor)
    }

    /// Ends the archive; once.
    public mutating func finish() {
        close()
        let start = queue.total
        for entry in entries { queue.append(entry.directoryHeader) }
        queue.append(ZipEnd(count: entries.count, start: start, end: queue.total).bytes)
    }

    /// What was written since the last time, in pieces to be passed on in order.
    public mutating func take() -> [[UInt8]] { queue.take() }
}
