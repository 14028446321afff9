import Fuzzing

/// Header values, each ended by a line feed: a content type, a range, a token, then the lines of `Cookie`.
@c(LLVMFuzzerTestOneInput)
public func run(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = input(start, count)
    let lines = bytes.split(separator: 0x0A, maxSplits: 7, omittingEmptySubsequences: false)
    let texts = lines.map { String(decoding: $0, as: UTF8.self) } + ["", "", ""]
    ParameterCheck.contentType(texts[0])
    ParameterCheck.range(texts[1])
    TokenCheck.token(texts[2])
    TokenCheck.bytes(bytes)
    CookieCheck.cookies(lines.count > 3 ? Array(texts[3..<lines.count]) : [])
    return 0
}

@c(LLVMFuzzerInitialize)
public func begin(_ count: UnsafeMutablePointer<CInt>?, _ words: UnsafeMutableRawPointer?) -> CInt {
    let token = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8"
    return writeSeeds(
        [
            "multipart/form-data; boundary=AaB03x\nbytes=0-499\n\(token)\nessaim=\(token); theme=sombre",
            "multipart/form-data; boundary=\"a b\"\nbytes=500-\n\(token.dropLast())9\na=1; a=2;b=\"3;4\"\nc=5\n",
            "Form-Data; NAME=\"a\\\"\\\\b\" ; filename=l%C3%A9sion.jpg\nbytes=-500\n\(token)=\n =1;a;a b=c;\u{E9}=1;;d==\n",
            "text/plain;\nbytes=9-1\n\(token)A\n\(String(repeating: "a=1;", count: 120))",
        ].map { Array($0.utf8) })
}
