import EssaimDomain
import EssaimFormats
import Testing

@Suite struct `The date of a photo` {
    @Test(
        arguments: [
            ("2026:03:14 09:05:00", "+01:00", "2026-03-14T09:05:00+01:00", 1_773_475_500_000),
            ("1970:01:01 00:00:00", "+00:00", "1970-01-01T00:00:00+00:00", 0),
            ("2024:02:29 23:59:59", "-04:00", "2024-02-29T23:59:59-04:00", 1_709_265_599_000),
            ("2000:12:31 12:00:00", "+11:30", "2000-12-31T12:00:00+11:30", 978_222_600_000),
        ] as [(String, String, String, Int64)])
    func `a date with its zone is a point in time`(
        _ exif: String, _ offset: String, _ text: String, _ milliseconds: Int64
    ) {
        let date = CaptureDate(exif: exif, offset: offset)
        #expect(date?.text == text)
        #expect(date?.instant == Instant(milliseconds: milliseconds))
    }

    @Test(arguments: [nil, "", "Z", "+1:00", "+15:00", "+01:60", " 01:00", "+01:00 "])
    func `a date without a good zone is a wall time`(_ offset: String?) {
        let date = CaptureDate(exif: "2026:03:14 09:05:00", offset: offset)
        #expect(date?.text == "2026-03-14T09:05:00")
        #expect(date?.instant == nil)
    }

    @Test(arguments: [
        "", "    :  :     :  :  ", "0000:00:00 00:00:00", "2026:02:29 10:00:00", "2100:02:29 10:00:00",
        "2026:13:01 10:00:00", "2026:04:31 10:00:00", "2026:03:14 24:00:00", "2026:03:14 10:60:00",
        "2026-03-14 10:00:00",
        "2026:03:14T10:00:00", "2026:03:14 10:00", "2026:03:14 10:00:00Z", "٢٠٢٦:03:14 10:00", "1899:12:31 23:59:59",
    ])
    func `a date that cannot be is none`(_ exif: String) {
        #expect(CaptureDate(exif: exif) == nil)
    }
}
