import EssaimDocuments
import Testing

@Suite struct DossierArchivalTests {
    @Test func `every dossier is PDF/A-1b: no image, one, twenty, grey and colour, on all sides, wild texts`() throws {
        let many = (0..<20).map(Self.file)
        var documents: [[UInt8]] = [
            try DossierSamples.answered.document(DossierSamples.files).bytes,
            try DossierSamples.with(0).document([]).bytes,
            try DossierSamples.with(1).document([JPEGSample(width: 640, height: 480).bytes]).bytes,
            try DossierSamples.with(20).document(many).bytes,
            try DossierSamples.with(2).document([many[0], Array(many[1].prefix(40))]).bytes,
        ]
        for seed in 0..<12 as Range<UInt64> {
            documents.append(try DossierSamples.wild(seed).document(Array(many.prefix(Int(seed % 5)))).bytes)
        }
        let verdicts = try PreflightChecker.verdicts(of: documents)
        #expect(verdicts == documents.map { _ in "valid" })
    }

    /// Grey and colour, baseline and progressive, of four shapes, held in nine ways.
    private static func file(_ index: Int) -> [UInt8] {
        let (width, height) = [(1600, 1200), (1200, 1600), (90, 40), (3000, 500)][index % 4]
        var sample = JPEGSample(width: width, height: height, components: index % 3 == 0 ? 1 : 3)
        sample.isProgressive = index % 2 == 0
        sample.orientation = UInt8(index % 9)
        return sample.bytes
    }

    /// Each fault keeps the length of the file, so that nothing but the fault is wrong.
    @Test func `the checker refuses an image whose colours nothing explains`() throws {
        let sound = try DossierSamples.with(1).document([JPEGSample(width: 16, height: 16).bytes]).bytes
        let faults = [("/DeviceRGB", "/DeviceCMY"), ("/DCTDecode", "/LZWDecode"), ("/OutputIntents", "/OutputIntentX")]
        let broken = faults.map { ArchivalTests.replacing(Array($0.0.utf8), by: Array($0.1.utf8), in: sound) }
        #expect(broken.allSatisfy { $0.count == sound.count && $0 != sound })
        let verdicts = try PreflightChecker.verdicts(of: broken)
        #expect(verdicts.count == 3 && verdicts.allSatisfy { $0.hasPrefix("invalid\t") }, "\(verdicts)")
    }

    @Test func `each image stands there as it was, once, with 150 pixels an inch or more`() throws {
        let document = try DossierSamples.answered.document(DossierSamples.files)
        #expect(document.refusals.isEmpty)
        let listed = try PageReading.images(document.bytes)
        #expect(listed.map(\.width) == [1600, 1600, 1000, 1240, 1240, 1240])
        #expect(listed.map(\.height) == [1200, 1200, 1000, 1754, 1754, 1754])
        #expect(listed.map(\.colour) == ["rgb", "rgb", "gray", "rgb", "rgb", "rgb"])
        #expect(listed.allSatisfy { $0.encoding == "jpeg" && $0.across >= 150 && $0.across == $0.down })
        #expect(listed.map(\.page) == listed.map(\.page).sorted())
        for file in DossierSamples.files { #expect(document.bytes.contains(file)) }
    }

    @Test(arguments: [100, 10_000])
    func `the same dossier gives the same bytes, one other byte in an image another identifier`(padding: Int) throws {
        let dossier = DossierSamples.with(1)
        var file = JPEGSample(width: 40, height: 30, padding: padding).bytes
        let first = try dossier.document([file]).bytes
        #expect(try dossier.document([file]).bytes == first)
        // Inside of the comment.
        file[50] ^= 1
        let second = try dossier.document([file]).bytes
        #expect(second.count == first.count && ArchivalTests.identifier(first).count == 34)
        #expect(ArchivalTests.identifier(second) != ArchivalTests.identifier(first))
    }

    @Test(arguments: 0..<60 as Range<UInt64>)
    func `no text, however wild, breaks the file or leaves the paper`(seed: UInt64) throws {
        let files = (0..<Int(seed % 5)).map { _ in JPEGSample(width: 64, height: 48).bytes }
        let bytes = try DossierSamples.wild(seed).document(files).bytes
        #expect(PDFReading.hasSoundTable(bytes))
        guard seed.isMultiple(of: 6) else { return }
        for page in 1...(try PDFReading.pageCount(bytes)) {
            for word in try PDFReading.words(bytes, page: page) {
                #expect(word.box.left > 50 && word.box.right < 546 && word.box.bottom < 820, "\(word) on page \(page)")
            }
        }
    }
}

extension Array<UInt8> {
    /// Whether `part` stands somewhere in it.
    func contains(_ part: [UInt8]) -> Bool { firstRange(of: part) != nil }
}
