import Testing

@testable import EssaimDocuments

@Suite struct PDFMomentTests {
    @Test(arguments: [
        (0, "1970-01-01T00:00:00Z", "D:19700101000000Z"),
        (1_795_267_200_000, "2026-11-21T13:20:00Z", "D:20261121132000Z"),
        (1_709_164_799_999, "2024-02-28T23:59:59Z", "D:20240228235959Z"),
        (1_709_164_800_000, "2024-02-29T00:00:00Z", "D:20240229000000Z"),
        (951_868_799_000, "2000-02-29T23:59:59Z", "D:20000229235959Z"),
        (4_107_542_400_000, "2100-03-01T00:00:00Z", "D:21000301000000Z"),
        (-1, "1969-12-31T23:59:59Z", "D:19691231235959Z"),
        (Int64.min, "0001-01-01T00:00:00Z", "D:00010101000000Z"),
        (Int64.max, "9999-12-31T23:59:59Z", "D:99991231235959Z"),
    ])
    func `an instant is spelled in both ways`(milliseconds: Int64, iso: String, pdf: String) {
        let moment = PDFMoment(milliseconds: milliseconds)
        #expect(moment.iso8601 == iso)
        #expect(moment.pdf == pdf)
    }
}
