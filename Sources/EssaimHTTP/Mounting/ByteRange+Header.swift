import EssaimGate

extension ByteRange {
    /// `bytes=0-499`, `bytes=500-`, `bytes=-500`: one range. Anything else is nil: all of the file is sent, as RFC 9110
    /// §14.2 has it.
    init?(header: String) {
        let prefix = "bytes="
        guard header.hasPrefix(prefix), header.utf8.count <= 40 else { return nil }
        let parts = header.dropFirst(prefix.count).split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2 else { return nil }
        let numbers = parts.map { part -> Int? in
            part.utf8.allSatisfy { (0x30...0x39).contains($0) } && part.utf8.count <= 15 ? Int(part) : nil
        }
        switch (parts[0].isEmpty, parts[1].isEmpty, numbers[0], numbers[1]) {
        case (true, false, _, let last?): self = .last(last)
        case (false, true, let start?, _): self = .from(start)
        case (false, false, let start?, let end?) where start <= end: self = .between(start, end)
        default: return nil
        }
    }
}
