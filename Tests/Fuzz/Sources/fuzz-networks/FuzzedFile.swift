import Fuzzing

/// The text of a file.
struct FuzzedFile {
    let text: String

    init(_ reader: inout InputReader) {
        switch reader.byte() & 3 {
        case 0: text = String(decoding: reader.remainder(), as: UTF8.self)
        case 1, 2: text = Self.changed(&reader)
        default: text = Self.repeated(&reader)
        }
    }

    /// A file of ours with some lines taken away, moved or written anew: most of it stays what a network needs.
    private static func changed(_ reader: inout InputReader) -> String {
        var lines = files[Int(reader.byte()) % files.count].split(separator: "\n").map(String.init)
        while !reader.isEmpty {
            let place = Int(reader.byte()) % lines.count
            let word = reader.byte()
            switch word >> 5 {
            case 0: if lines.count > 1 { lines.remove(at: place) }
            case 1: lines.swapAt(place, Int(word & 31) % lines.count)
            case 2: lines.insert(lines[Int(word & 31) % lines.count], at: place)
            case 3: lines[place] = String(repeating: " ", count: Int(word & 31)) + lines[place].drop { $0 == " " }
            case 4: lines[place] += String(decoding: reader.bytes(Int(word & 31)), as: UTF8.self)
            default:
                let head = lines[place].prefix { $0 != ":" }
                lines[place] = "\(head): " + String(decoding: reader.bytes(Int(word & 63)), as: UTF8.self)
            }
        }
        return lines.joined(separator: "\n")
    }

    /// Something short, thousands of times, in a file or alone: what takes the square of its length shows.
    private static func repeated(_ reader: inout InputReader) -> String {
        let isAlone = reader.byte() & 1 == 0
        let count = 1 + reader.number() & 0x7FFF
        let piece = String(decoding: reader.bytes(8), as: UTF8.self)
        let text = String(String(repeating: piece, count: count).prefix(65_536))
        return (isAlone ? "" : files[0] + "\n") + text + String(decoding: reader.remainder(), as: UTF8.self)
    }

    static var seeds: [[UInt8]] {
        let odd = [
            "a: &b [1]\nc: *b", "\u{FEFF}a: 1", "- a\n- b", "? [a]\n: b", "a: \"", "a: 1\na: 2", "---\na: 1\n---\nb: 2",
            "a:\n\t- b", "é: é\n\u{7}\n\na: b\n",
        ]
        let changes: [[UInt8]] = [
            [], [2, 0xE5] + Array("\"a:b\"".utf8), [1, 0xE8] + Array("a \"b\" \\c".utf8), [5, 0], [4, 0x24],
            [11, 0x88] + Array(" #a\u{2028}b ".utf8),
            [0, 0xE4] + Array("|+\n a".utf8.prefix(4)),
        ]
        return files.map { [0] + Array($0.utf8) } + odd.map { [0] + Array($0.utf8) }
            + (0..<2).flatMap { file in changes.map { [1, file] + $0 } }
            + ["&a", "[", "- a\n", "{a: ", "a:\n ", "*"].map { [3, 0, 0x20, 0] + Array($0.utf8.prefix(8)) }
    }
}
