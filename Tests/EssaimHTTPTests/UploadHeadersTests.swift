import Testing

@testable import EssaimHTTP

@Suite struct `What an upload says of itself` {
    @Test func `numbers and a name in percent encoding are read`() {
        let said = UploadHeaders(offset: "0", length: "52428800", name: "l%C3%A9sion%20%2B1.jpg")
        #expect(said?.offset == 0 && said?.total == 52_428_800 && said?.name == "lésion +1.jpg")
        #expect(UploadHeaders(offset: "7", length: "999999999999", name: nil)?.name == nil)
        #expect(UploadHeaders(offset: "7", length: "999999999999", name: "")?.total == 999_999_999_999)
    }

    @Test(arguments: [nil, "", " 1", "1 ", "+1", "-1", "0x1", "1, 1", "1.0", "٣", "1234567890123"] as [String?])
    func `what is no number of bytes is refused in either place`(_ text: String?) {
        #expect(UploadHeaders(offset: text, length: "1", name: nil) == nil)
        #expect(UploadHeaders(offset: "1", length: text, name: nil) == nil)
        #expect(UploadHeaders(offset: "1", length: "1", name: nil) != nil)
    }

    @Test(arguments: ["%", "%4", "%GG", "%C3", "%00", "a%C0%AF"])
    func `a name written badly is refused`(_ name: String) {
        #expect(UploadHeaders(offset: "0", length: "1", name: name) == nil)
    }

    /// 255 of them, as a Mac allows: 2,295 bytes of header, of which the 1,024th stands inside of `%E3`.
    @Test func `a long Japanese name keeps nobody's file out`() {
        let encoded = String(repeating: "%E3%81%82", count: 255)
        #expect(UploadHeaders(offset: "0", length: "1", name: encoded)?.name == String(repeating: "あ", count: 255))
    }

    @Test(arguments: 1021...1024)
    func `a name that is too long is cut at a whole character`(_ count: Int) {
        let said = UploadHeaders(offset: "0", length: "1", name: String(repeating: "a", count: count) + "%E3%81%82")
        #expect(said?.name == String(repeating: "a", count: count) + (count == 1021 ? "あ" : ""))
        let encoded = String(repeating: "a", count: 8193)
        #expect(UploadHeaders(offset: "0", length: "1", name: encoded) == nil)
    }
}
