import EssaimMedia
import EssaimWorkflow
import Foundation
import Testing

@Suite struct `Keys on paper` {
    let folder: TemporaryFolder
    let keys: MasterKeyFolder
    let text: String

    init() throws {
        folder = try TemporaryFolder()
        keys = try MasterKeyFolder.create(folder.path + "/cles")
        _ = try keys.addCurrent()
        text = keys.escrowText
    }

    private func restored(_ text: String, to name: String = "rendues") throws -> MasterKeyFolder {
        try MasterKeyFolder.restore(from: text, to: folder.path + "/" + name)
    }

    private func isRefused(_ text: String) -> Bool {
        do {
            _ = try restored(text)
            return false
        } catch {
            if case MasterKeyFault.typed = error { return folder.files.count == 3 }
            return false
        }
    }

    @Test func `a sheet typed back gives the same keys, whatever the case and the spaces`() throws {
        let sealed = try keys.sealing(FileKey(), for: "demand d-1")
        let sheets = [
            text, text.lowercased(), text.replacing("\n", with: "\r\n"), text.replacing(" ", with: "   "),
            text.split(separator: "\n").filter { !$0.hasPrefix("#") }.joined(separator: "\n\n"),
            text.split(separator: "\n").map { $0.hasPrefix("CLE") ? $0 : $0.replacing("0", with: "O") }.filter {
                !$0.hasPrefix("#")
            }.joined(separator: "\n").replacing("FIN", with: "fin"),
        ]
        for (index, sheet) in sheets.enumerated() {
            let back = try restored(sheet, to: "rendues-\(index)")
            #expect(back.current == keys.current && back.known == keys.known)
            _ = try back.opening(sealed.sealed, by: sealed.master, for: "demand d-1")
            #expect(back.escrowText == text)
        }
    }

    @Test func `a sheet reads as it should`() {
        let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
        #expect(lines.count == 11 && lines.last == "FIN 2")
        #expect(lines.count { $0.hasSuffix(" COURANTE") } == 1)
        for line in lines where line.first?.isNumber == true {
            #expect(line.wholeMatch(of: /[1-4]( [0-9A-HJKMNP-TV-Z]{4}){4}/) != nil, "\(line.count)")
        }
    }

    @Test func `every single character typed wrong is caught, and nothing is written`() {
        let characters = Array(text.utf8)
        var tried = 0
        var start = 0
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            defer { start += line.utf8.count + 1 }
            guard !line.hasPrefix("#"), !line.isEmpty else { continue }
            for index in start..<start + line.utf8.count where characters[index] != 0x20 {
                for wrong in "0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8 where !Self.reads(wrong, as: characters[index]) {
                    var changed = characters
                    changed[index] = wrong
                    tried += 1
                    #expect(isRefused(String(decoding: changed, as: UTF8.self)), "\(index)")
                }
            }
        }
        #expect(tried > 4000)
    }

    /// The same character to the eye, or in the other case.
    private static func reads(_ a: UInt8, as b: UInt8) -> Bool {
        let upper = (0x61...0x7A).contains(b) ? b - 0x20 : b
        return a == upper || (a == 0x30 && upper == UInt8(ascii: "O"))
            || (a == 0x31 && (upper == 0x49 || upper == 0x4C))
    }

    @Test func `characters swapped, lost or doubled are caught`() {
        let characters = Array(text)
        var inComment = false
        for index in characters.indices.dropLast(2) {
            if index == 0 || characters[index - 1] == "\n" { inComment = characters[index] == "#" }
            guard !inComment, characters[index] != " ", characters[index] != "\n" else { continue }
            var lost = characters
            lost.remove(at: index)
            #expect(isRefused(String(lost)), "lost \(index)")
            var doubled = characters
            doubled.insert(characters[index], at: index)
            #expect(isRefused(String(doubled)), "doubled \(index)")
            var swapped = characters
            swapped.swapAt(index, index + 1)
            guard characters[index + 1] != " ", characters[index + 1] != "\n", swapped != characters else { continue }
            #expect(isRefused(String(swapped)), "swapped \(index)")
        }
    }

    @Test func `lines lost, doubled or swapped are caught`() {
        let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map(String.init)
        for index in lines.indices {
            var lost = lines
            lost.remove(at: index)
            #expect(isRefused(lost.joined(separator: "\n")), "lost \(index)")
            var doubled = lines
            doubled.insert(lines[index], at: index)
            #expect(isRefused(doubled.joined(separator: "\n")), "doubled \(index)")
            guard index > 0 else { continue }
            var swapped = lines
            swapped.swapAt(index, index - 1)
            #expect(isRefused(swapped.joined(separator: "\n")), "swapped \(index)")
        }
        #expect(isRefused("") && isRefused("# rien\n") && isRefused("FIN 0"))
    }

    @Test func `the line that was mistyped is named`() throws {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let number = try #require(lines.firstIndex { $0.hasPrefix("3 ") })
        lines[number] = String(lines[number].dropLast()) + (lines[number].hasSuffix("7") ? "8" : "7")
        #expect(throws: MasterKeyFault.typed(.line(number + 1))) { try restored(lines.joined(separator: "\n")) }
        #expect(MasterKeyFault.typed(.line(7)).message.hasPrefix("Ligne 7\u{A0}: une erreur de frappe"))
    }

    @Test func `restoring beside present keys adds those that are missing, and changes no current one`() throws {
        let other = try MasterKeyFolder.create(folder.path + "/rendues")
        let back = try restored(text)
        #expect(back.current == other.current && back.known == keys.known.union([other.current]))
        let again = try restored(text)
        #expect(again.known == back.known)
        try keys.remove(try #require(keys.known.first { $0 != keys.current }))
        #expect(try MasterKeyFolder.restore(from: text, to: keys.folder).known.count == 2)
    }
}
