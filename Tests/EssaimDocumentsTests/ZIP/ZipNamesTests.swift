import Foundation
import Testing

@testable import EssaimDocuments

@Suite struct ZipNamesTests {
    @Test(arguments: [
        ("Centrée.jpg", "Centrée.jpg"), ("01 Centrée.jpg", "01 Centrée.jpg"),
        ("../../etc/passwd", "etc-passwd"), ("/etc/passwd", "etc-passwd"), ("C:\\Windows\\a.dll", "C--Windows-a.dll"),
        ("..", "sans nom"), (".", "sans nom"), ("", "sans nom"), ("/", "sans nom"), ("...jpg", "jpg"),
        (".htaccess", "htaccess"), ("-rf", "rf"), ("~root", "root"), ("a/", "a"), ("a. . .", "a"), ("a .jpg", "a.jpg"),
        ("a\r\nb\tc.jpg", "a b c.jpg"), ("a\u{0}b\u{7F}\u{9B}c.jpg", "abc.jpg"), ("a\u{2028}b", "a b"),
        ("photo\u{202E}gpj.exe", "photogpj.exe"), ("\u{2066}a\u{2069}\u{200F}.jpg", "a.jpg"),
        ("a\u{200B}\u{FEFF}\u{AD}b.jpg", "ab.jpg"), ("a\u{E000}\u{FFFF}b", "ab"),
        ("a:b*c?d\"e<f>g|h.txt", "a-b-c-d-e-f-g-h.txt"), ("e\u{301}te\u{301}.jpg", "été.jpg"),
        ("e\u{200D}\u{301}.jpg", "é.jpg"),
        ("CON", "_CON"), ("con.jpg", "_con.jpg"), ("Aux .tar.gz", "_Aux .tar.gz"), ("LPT1.txt", "_LPT1.txt"),
        ("com¹", "_com¹"), ("COM10.txt", "COM10.txt"), ("console.txt", "console.txt"), ("nul:", "_nul"),
        ("conin$", "_conin$"), ("01 CON.jpg", "01 CON.jpg"),
        ("\u{1F44D}\u{1F3FD}.png", "\u{1F44D}\u{1F3FD}.png"), ("\u{327}\u{20DD}a", "a"), ("\u{327}", "sans nom"),
        ("a;1", "a-1"), ("a;", "a"), ("-\u{327}-b", "b"), ("a.b.c", "a.b.c"), ("a.", "a"),
        ("archive.tar.gz", "archive.tar.gz"),
        ("sans ending", "sans ending"), ("a.une fin qui n’en est pas une", "a.une fin qui n’en est pas une"),
    ])
    func `a name comes out harmless and as near as can be`(wanted: String, name: String) {
        var names = ZipNames()
        let given = names.unique(wanted)
        #expect(given == name && Array(given.utf8) == Array(name.utf8))
    }

    @Test func `names of files that look the same somewhere are told apart`() {
        var names = ZipNames()
        let wanted = [
            "Vue.jpg", "vue.JPG", "VUE.jpg", "Vue (2).jpg", "e\u{301}", "\u{E9}", "\u{C9}", "\u{FB01}n", "fin", "",
            "..",
        ]
        #expect(
            wanted.map { names.unique($0) } == [
                "Vue.jpg", "vue (2).JPG", "VUE (3).jpg", "Vue (2) (2).jpg", "é", "é (2)", "É (3)", "\u{FB01}n",
                "fin (2)", "sans nom", "sans nom (2)",
            ])
    }

    @Test(arguments: [
        String(repeating: "a", count: 255) + ".jpg", String(repeating: "é", count: 255) + ".jpg",
        String(repeating: "\u{1F468}\u{200D}\u{1F469}", count: 90), "a" + String(repeating: "\u{301}", count: 500),
        String(repeating: "a.", count: 200), "a." + String(repeating: "b", count: 300),
    ])
    func `a long name is cut between two characters, before its ending`(wanted: String) {
        var names = ZipNames()
        let name = names.unique(wanted)
        #expect(name.utf8.count <= 120 && name.utf8.count > 60, "\(name.utf8.count)")
        #expect(!name.unicodeScalars.contains("\u{FFFD}"))
        if wanted.hasSuffix(".jpg") { #expect(name.hasSuffix(".jpg")) }
        #expect(names.unique(wanted).utf8.count <= 124)
    }

    @Test(arguments: 0..<30 as Range<UInt64>)
    func `any names whatever come out harmless, unique, and as they went in for other programs`(seed: UInt64) throws {
        var texts = WildTexts(seed: seed &+ 9000)
        var writer = ZipWriter()
        let names = (0..<25).map { _ in
            writer.add(
                texts.next(40) + ["", ".jpg", ".", "/", "\\..\\x"][Int(seed % 5)], [1, 2, 3],
                modified: ZipWriterTests.moment)
        }
        let bytes = writer.finished()
        #expect(Set(names.map { $0.lowercased() }).count == 25)
        for name in names {
            #expect(!name.isEmpty && name.utf8.count <= 130 && !name.hasPrefix(".") && !name.hasSuffix("."))
            #expect(!name.hasSuffix(" ") && !name.hasPrefix(" ") && !name.hasPrefix("-"))
            #expect(
                name.unicodeScalars.allSatisfy { scalar in
                    !"/\\:*?\"<>|".unicodeScalars.contains(scalar) && scalar.value >= 0x20
                        && ![.control, .format, .privateUse].contains(scalar.properties.generalCategory)
                }, "\(name.debugDescription)")
        }
        #expect(try ZipReading.entries(of: bytes).map { Array($0.name.utf8) } == names.map { Array($0.utf8) })
        guard seed.isMultiple(of: 6) else { return }
        let files = try ZipReading.unpacked(bytes)
        #expect(Set(files.keys).symmetricDifference(names) == [])
        #expect(files.values.allSatisfy { $0 == [1, 2, 3] })
    }
}
