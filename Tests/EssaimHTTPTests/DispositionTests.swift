import Testing

@testable import EssaimHTTP

@Suite struct `The name that a file is kept under` {
    @Test func `a plain name stands as it is, another one in both spellings`() {
        #expect(Disposition("photo", isInline: true).text == "inline; filename=\"photo\"")
        #expect(
            Disposition("lésion.jpg", isInline: false).text
                == "attachment; filename=\"l_sion.jpg\"; filename*=UTF-8''l%C3%A9sion.jpg")
    }

    @Test func `no name writes a header of its own`() {
        let text = Disposition("a\"; x=\"\r\nSet-Cookie: a=b\\%41", isInline: false).text
        #expect(
            text == "attachment; filename=\"a__ x=___Set-Cookie: a=b__41\"; "
                + "filename*=UTF-8''a%22%3B%20x%3D%22%0D%0ASet-Cookie%3A%20a%3Db%5C%2541")
    }
}
