import EssaimDocuments
import Testing

@Suite struct ArchivalTests {
    @Test func `every report is PDF/A-1b, short, long, hostile or wild`() throws {
        let reports = [Samples.short, Samples.long, Samples.hostile, Samples.empty] + (0..<24).map(Samples.wild)
        let verdicts = try PreflightChecker.verdicts(of: try reports.map { try $0.rendered() })
        #expect(verdicts == reports.map { _ in "valid" })
    }

    /// Each fault keeps the length of the file, so that nothing but the fault is wrong.
    @Test func `the checker refuses a report that lost what makes it archivable`() throws {
        let faults = [
            ("/OutputIntents", "/OutputIntentX"),
            ("/CIDSet", "/CIDSeX"),
            ("/FontFile2", "/FontFileX"),
            ("<pdfaid:part>1", "<pdfaid:part>2"),
            ("/Producer(Essaim)", "/Producer(Another"),
            ("/Metadata ", "/Metadatb "),
        ]
        let sound = try Samples.short.rendered()
        let broken = faults.map { Self.replacing(Array($0.0.utf8), by: Array($0.1.utf8), in: sound) }
        #expect(broken.allSatisfy { $0.count == sound.count && $0 != sound })
        let verdicts = try PreflightChecker.verdicts(of: broken)
        #expect(verdicts.count == faults.count)
        for (fault, verdict) in zip(faults, verdicts) {
            #expect(verdict.hasPrefix("invalid\t"), "\(fault.0) may be lost without notice")
        }
    }

    @Test func `the same report gives the same bytes, another one another identifier`() throws {
        let first = try Samples.long.rendered()
        #expect(try Samples.long.rendered() == first)
        var other = Samples.long
        other.issuedAtMilliseconds += 1000
        let second = try other.rendered()
        #expect(second.count == first.count)
        #expect(Self.identifier(first).count == 34)
        #expect(Self.identifier(second) != Self.identifier(first))
    }

    @Test func `what the file says of itself names the demand and not the patient`() throws {
        let bytes = try Samples.short.rendered()
        let raw = String(decoding: bytes, as: UTF8.self)
        #expect(raw.contains("<rdf:li xml:lang=\"x-default\">Compte rendu de téléexpertise 7K3M-QX2P</rdf:li>"))
        #expect(raw.contains("<xmp:CreateDate>2026-11-21T13:20:00Z</xmp:CreateDate>"))
        #expect(raw.contains("/CreationDate(D:20261121132000Z)"))
        #expect(!raw.contains("EXEMPLE"))
        // The same in the UTF-16 of the information dictionary.
        #expect(!raw.contains("004500580045004D0050004C0045"))
        #expect(raw.contains("0037004B0033004D"))
    }

    @Test func `a report of thousands of pages is refused`() {
        var report = Samples.short
        report.answer.text = String(repeating: "a\n", count: 130_000)
        #expect {
            try report.rendered()
        } throws: { error in
            guard case .tooManyPages(let count) = error as? DocumentError else { return false }
            return count > 2000
        }
    }

    static func identifier(_ bytes: [UInt8]) -> String {
        let tail = String(decoding: bytes.suffix(300), as: UTF8.self)
        return tail.split(separator: "/ID[").last.map { String($0.prefix(34)) } ?? ""
    }

    static func replacing(_ old: [UInt8], by new: [UInt8], in bytes: [UInt8]) -> [UInt8] {
        var result = bytes
        var index = 0
        while index + old.count <= result.count {
            if Array(result[index..<index + old.count]) == old {
                result.replaceSubrange(index..<index + old.count, with: new)
            }
            index += 1
        }
        return result
    }
}
