import EssaimDocuments
import Testing

@Suite struct HostileTextTests {
    @Test(arguments: 0..<200)
    func `no text, however wild, breaks the file`(seed: UInt64) throws {
        let bytes = try Samples.wild(seed).rendered()
        #expect(PDFReading.hasSoundTable(bytes))
    }

    @Test func `hostile words come out as plain words`() throws {
        let text = try PDFReading.text(try Samples.hostile.rendered())
        #expect(text.contains("(\\) Tj ET Q endstream endobj %%EOF <</JS(app.alert(1))>> ${7*7} '; DROP TABLE"))
        #expect(text.contains("]]><x:xmpmeta>?><?xpacket end=\"w\"?>"))
        #expect(text.contains("élève, Ångström"))
        #expect(text.contains("../../etc/passwdgpj.exe"))
        #expect(!text.unicodeScalars.contains { (0x202A...0x202E).contains($0.value) })
    }

    @Test func `the check of the table can fail`() throws {
        let sound = try Samples.short.rendered()
        #expect(PDFReading.hasSoundTable(sound))
        #expect(!PDFReading.hasSoundTable([0x25] + sound))
        #expect(!PDFReading.hasSoundTable(Array(sound.dropLast(20))))
    }
}
