import EssaimDomain

/// When a photo was taken, as the camera's own clock had it: what stands after « prise le ».
///
/// The clock's zone is often unknown: without `offsetMinutes` this is a wall time, good to show and not to compare.
public struct CaptureDate: Sendable, Hashable {
    public let year: Int
    public let month: Int
    public let day: Int
    public let hour: Int
    public let minute: Int
    public let second: Int
    /// Minutes east of UTC, when the camera wrote them (EXIF 2.31 OffsetTimeOriginal).
    public let offsetMinutes: Int?

    /// `exif` is `YYYY:MM:DD HH:MM:SS`, `offset` is `+HH:MM`. nil when no such day or time exists: cameras without a
    /// set clock write spaces or zeroes.
    public init?(exif: String, offset: String? = nil) {
        guard let fields = Self.numbers(exif, pattern: "dddd:dd:dd dd:dd:dd"), fields.count == 6 else { return nil }
        (year, month, day) = (fields[0], fields[1], fields[2])
        (hour, minute, second) = (fields[3], fields[4], fields[5])
        guard year >= 1900, (1...12).contains(month), (1...Self.days(of: month, year)).contains(day), hour < 24,
            minute < 60, second < 60
        else { return nil }
        offsetMinutes = offset.flatMap(Self.minutes)
    }

    /// What `text` gives, checked again; nil for anything else.
    public init?(text: String) {
        let wall = text.prefix(19)
        let offset = text.dropFirst(19)
        guard text.utf8.count == 19 || text.utf8.count == 25 else { return nil }
        let exif = String(wall.map { $0 == "-" ? ":" : $0 == "T" ? " " : $0 })
        self.init(exif: exif, offset: offset.isEmpty ? nil : String(offset))
        guard self.text == text else { return nil }
    }

    /// DICOM's date `YYYYMMDD` and time `HHMMSS.FFFFFF`, of which hours and minutes must be there (PS3.5 §6.2).
    public init?(dicomDate: String, time: String) {
        let whole = time.prefix { $0 != "." }
        guard dicomDate.utf8.count == 8, whole.utf8.count == 6 || whole.utf8.count == 4 else { return nil }
        let date = Array(dicomDate)
        let clock = Array(whole + (whole.utf8.count == 4 ? "00" : ""))
        guard date.count == 8, clock.count == 6 else { return nil }
        let day = "\(String(date[0..<4])):\(String(date[4..<6])):\(String(date[6..<8]))"
        self.init(exif: "\(day) \(String(clock[0..<2])):\(String(clock[2..<4])):\(String(clock[4..<6]))")
    }

    /// `2026-03-14T09:05:00`, with `+01:00` behind when the zone is known (ISO 8601).
    public var text: String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
        let wall = "\(year)-\(two(month))-\(two(day))T\(two(hour)):\(two(minute)):\(two(second))"
        guard let offsetMinutes else { return wall }
        let size = abs(offsetMinutes)
        return wall + (offsetMinutes < 0 ? "-" : "+") + two(size / 60) + ":" + two(size % 60)
    }

    /// The point in time, when the camera wrote its zone.
    public var instant: Instant? {
        guard let offsetMinutes else { return nil }
        let minutes = (daysSince1970 * 24 + hour) * 60 + minute - offsetMinutes
        return Instant(milliseconds: Int64(minutes * 60 + second) * 1000)
    }

    /// Howard Hinnant's `days_from_civil`: years begin in March, so that the leap day is the last.
    private var daysSince1970: Int {
        let shifted = month <= 2 ? year - 1 : year
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        return shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + dayOfYear - 719_468
    }

    private static func days(of month: Int, _ year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private static func minutes(_ offset: String) -> Int? {
        guard let sign = offset.first, sign == "+" || sign == "-",
            let fields = numbers(String(offset.dropFirst()), pattern: "dd:dd"), fields[0] <= 14, fields[1] < 60
        else { return nil }
        return (sign == "-" ? -1 : 1) * (fields[0] * 60 + fields[1])
    }

    /// The numbers of a text that follows the pattern exactly, `d` for a digit.
    private static func numbers(_ text: String, pattern: String) -> [Int]? {
        guard text.utf8.count == pattern.utf8.count else { return nil }
        var numbers: [Int] = []
        var inside = false
        for (byte, expected) in zip(text.utf8, pattern.utf8) {
            if expected == UInt8(ascii: "d") {
                guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
                let digit = Int(byte - UInt8(ascii: "0"))
                if inside {
                    numbers[numbers.count - 1] = numbers[numbers.count - 1] * 10 + digit
                } else {
                    numbers.append(digit)
                }
                inside = true
            } else {
                guard byte == expected else { return nil }
                inside = false
            }
        }
        return numbers
    }
}
