import Testing

@testable import EssaimOutbound

/// The small words of the storage's language: places, keys, ranges, times, listings.
@Suite struct ObjectWordsTests {
    private func place(
        _ endpoint: String = "https://s3.example.org", region: String = "fr-par", bucket: String = "essaim",
        access: String = "access", secret: String = "hunter2"
    ) throws(ObjectPlace.Fault) -> ObjectPlace {
        try ObjectPlace(endpoint: endpoint, region: region, bucket: bucket, accessKey: access, secretKey: secret)
    }

    @Test(arguments: [
        ("https://s3.example.org", "https://s3.example.org/essaim"),
        ("https://s3.example.org/", "https://s3.example.org/essaim"),
        ("https://10.0.0.1:9000", "https://10.0.0.1:9000/essaim"), ("https://[fd00::1]", "https://[fd00::1]/essaim"),
        ("http://localhost:9000", "http://localhost:9000/essaim"), ("http://127.0.0.1", "http://127.0.0.1/essaim"),
    ])
    func `a storage is an https address, a private one too, or one of this machine`(
        _ endpoint: String, _ address: String
    )
        throws
    {
        #expect(try "\(place(endpoint))" == address)
    }

    @Test(arguments: [
        "", "s3.example.org", "http://s3.example.org", "http://10.0.0.1", "ftp://localhost", "https://",
        "https://a:b@s3.example.org", "https://a@s3.example.org", "https://s3.example.org/path",
        "https://s3.example.org/?a",
        "https://s3.example.org#a", "https://s3 example.org", "https://é.example",
    ])
    func `anything else is not`(_ endpoint: String) {
        #expect(throws: ObjectPlace.Fault.endpoint) { try place(endpoint) }
    }

    @Test func `each part is checked, so that none ends a header, a path or a signature`() {
        for region in ["", "FR", "fr:par", "fr par", "fr\n"] {
            #expect(throws: ObjectPlace.Fault.region) { try place(region: region) }
        }
        for bucket in ["", "ab", "Essaim", "a/b", "a..b", "..a", "a?b", "é-é", String(repeating: "a", count: 64)] {
            #expect(throws: ObjectPlace.Fault.bucket) { try place(bucket: bucket) }
        }
        for access in ["", "a b", "a:b", "a/b", "é", "a\r\nX: y"] {
            #expect(throws: ObjectPlace.Fault.accessKey) { try place(access: access) }
        }
        for secret in ["", "a b", "é", "a\n", String(repeating: "a", count: 257)] {
            #expect(throws: ObjectPlace.Fault.secretKey) { try place(secret: secret) }
        }
    }

    @Test func `neither a place nor a store shows its keys`() throws {
        let place = try place(access: "accessible", secret: "hunter2")
        let store = ObjectStore(place, through: OutgoingDoor())
        var dumped = ""
        dump(place, to: &dumped)
        dump(store, to: &dumped)
        for shown in ["\(place)", String(reflecting: place), "\(store)", String(reflecting: store), dumped] {
            #expect(!shown.contains("hunter2") && !shown.contains("accessible"))
        }
    }

    @Test(arguments: ["a", "ab/cd/abcdef", "A-Z_0.9~", ".a", "..a/b", String(repeating: "a", count: 512)])
    func `a key means itself`(_ text: String) {
        #expect(ObjectKey(text)?.text == text)
    }

    @Test(arguments: [
        "", "/", "/a", "a/", "a//b", ".", "..", "a/../b", "a/./b", "a b", "é", "a%2Fb", "a?b", "a#b", "a\n", "a\0",
        String(repeating: "a", count: 513),
    ])
    func `what an address would change is no key`(_ text: String) {
        #expect(ObjectKey(text) == nil)
    }

    @Test func `a value of a query is written as signatures want it`() {
        #expect(ObjectKey.encoded("a/b~c é+&=\n") == "a%2Fb~c%20%C3%A9%2B%26%3D%0A")
    }

    @Test func `a range answered is read, anything else is none`() {
        #expect(ContentRange("bytes 0-499/1234")?.bytes == 0...499)
        #expect(ContentRange("bytes 0-0/1")?.whole == 1)
        for text in [
            "", "bytes", "bytes 0-1", "bytes 0-1/*", "bytes */5", "bytes 5-4/9", "bytes 0-9/9", "bytes -1-2/9",
            "bytes +0-1/9", "bytes 0-1/9/9", "items 0-1/9", "bytes 0-99999999999999999999/1", "bytes 0--1/5",
        ] { #expect(ContentRange(text) == nil, "\(text)") }
        #expect(ContentRange(nil) == nil)
    }

    @Test(
        arguments: [
            ("1970-01-01T00:00:00Z", 0), ("2026-11-22T10:14:03Z", 1_795_342_443_000),
            ("2026-11-22T10:14:03.250Z", 1_795_342_443_250), ("2026-11-22T10:14:03.2Z", 1_795_342_443_200),
            ("2026-11-22T10:14:03.250999Z", 1_795_342_443_250), ("2024-02-29T23:59:59.999Z", 1_709_251_199_999),
            ("2000-03-01T00:00:00Z", 951_868_800_000), ("2099-12-31T00:00:00Z", 4_102_358_400_000),
        ] as [(String, Int64)])
    func `a time of a listing is read to the millisecond`(_ text: String, _ milliseconds: Int64) {
        #expect(UniversalTime.milliseconds(text) == milliseconds)
    }

    @Test(arguments: [
        "", "2026-11-22", "2026-11-22T10:14:03", "2026-11-22T10:14:03+01:00", "2026-13-22T10:14:03Z",
        "2026-11-32T10:14:03Z", "2026-11-22T24:14:03Z", "2026-11-22T10:60:03Z", "2026-11-22 10:14:03Z",
        "2026-11-22T10:14:03.Z", "2026-11-22T10:14:03,5Z", "1969-12-31T23:59:59Z", "20a6-11-22T10:14:03Z",
        "Sun, 22 Nov 2026 10:14:03 GMT",
    ])
    func `another is not`(_ text: String) {
        #expect(UniversalTime.milliseconds(text) == nil)
    }

    private func listing(_ keys: [String], truncated: String = "false") -> [UInt8] {
        let objects = keys.map {
            "<Contents><Key>\($0)</Key><LastModified>2026-11-22T10:14:03Z</LastModified><Size>1</Size></Contents>"
        }
        return Array(
            "<ListBucketResult><IsTruncated>\(truncated)</IsTruncated>\(objects.joined())</ListBucketResult>".utf8)
    }

    @Test func `a listing that would never end, or was not asked for so, is none`() throws {
        #expect(try ObjectPage(listing(["a", "b"]), limit: 2).entries.map(\.key) == ["a", "b"])
        for (keys, truncated) in [
            (["b", "a"], "false"), (["a", "a"], "true"), ([], "true"), (["a", "b", "c"], "true"), (["a"], "yes"),
        ] {
            #expect(throws: ObjectFault.self) { try ObjectPage(listing(keys, truncated: truncated), limit: 2) }
        }
    }

    @Test func `time grows with what is carried, and pauses with the tries`() {
        var patience = ObjectPatience()
        patience.call = .seconds(20)
        patience.bytesPerSecond = 1_000_000
        #expect(patience.limit(carrying: 0) == .seconds(20))
        #expect(patience.limit(carrying: 50_000_000) == .seconds(70))
        patience.pause = .milliseconds(100)
        for _ in 0..<100 {
            #expect((Duration.milliseconds(50) ... .milliseconds(100)).contains(patience.pause(after: 1)))
            #expect((Duration.milliseconds(800) ... .milliseconds(1600)).contains(patience.pause(after: 3)))
        }
    }
}
