import EssaimOutbound
import Testing

@testable import EssaimServer

@Suite struct SMSGatewayTests {
    static let awkward = "Dr \"O\\Neil\"\r\n{to}{secret}\u{7}é &=+%"

    @Test func `a body of JSON holds any text, and no text becomes a place`() throws {
        let gateway = try SMSGateway(
            url: "https://sms.exemple.fr/send", method: "", headers: "Authorization: Bearer {secret}|X-A: b:c",
            body: #"{"to":"{to}","message":"{text}","other":"{x}"}"#, format: "", secret: "clé\"1")
        let call = gateway.call(to: "+33612345678", Self.awkward)
        #expect(
            String(decoding: call.body, as: UTF8.self)
                == #"{"to":"+33612345678","message":"Dr \"O\\Neil\"\u000d\u000a{to}{secret}\u0007é &=+%","other":"{x}"}"#
        )
        #expect(call.method == .post && call.url == "https://sms.exemple.fr/send")
        #expect(
            call.headers.map { "\($0.0): \($0.1)" } == [
                "Authorization: Bearer clé\"1", "X-A: b:c", "Content-Type: application/json",
            ])
        guard case .configured = call.addresses else {
            Issue.record("an operator's own address")
            return
        }
    }

    @Test func `a form and an address are percent-encoded`() throws {
        let form = try SMSGateway(
            url: "https://sms.exemple.fr/send?key={secret}", method: "put", headers: "", body: "to={to}&m={text}",
            format: "form", secret: "a b")
        let call = form.call(to: "+33612345678", "é & =\n")
        #expect(call.method == .put && call.url == "https://sms.exemple.fr/send?key=a%20b")
        #expect(String(decoding: call.body, as: UTF8.self) == "to=%2B33612345678&m=%C3%A9%20%26%20%3D%0A")
        let get = try SMSGateway(
            url: "http://localhost:8080/s?to={to}&m={text}", method: "get", headers: "", body: "", format: "",
            secret: "")
        #expect(get.call(to: "+336", "a b").url == "http://localhost:8080/s?to=%2B336&m=a%20b")
        #expect(get.call(to: "+336", "a b").body.isEmpty)
    }

    @Test(arguments: [
        ("http://sms.exemple.fr/", "", "", "{to}{text}", "", SMSGateway.Fault.url),
        ("http://localhost.exemple.fr/", "", "", "{to}{text}", "", .url),
        ("https://sms.exemple.fr/\r\nX: y", "", "", "{to}{text}", "", .url),
        ("https://sms.exemple.fr/", "delete", "", "{to}{text}", "", .method),
        ("https://sms.exemple.fr/", "", "rien", "{to}{text}", "", .headers),
        ("https://sms.exemple.fr/", "", "", "{to}", "", .body),
        ("https://sms.exemple.fr/", "", "", "{text}", "", .body),
        ("https://sms.exemple.fr/", "get", "", "{to}{text}", "", .body),
        ("https://sms.exemple.fr/", "", "", "{to}{text}", "xml", .format),
    ])
    func `a gateway half set is refused at start`(
        url: String, method: String, headers: String, body: String, format: String, fault: SMSGateway.Fault
    ) {
        #expect(throws: fault) {
            try SMSGateway(url: url, method: method, headers: headers, body: body, format: format, secret: "")
        }
    }

    @Test func `a start with a wrong gateway says which setting, and repeats no secret`() async throws {
        await #expect {
            _ = try await ServerConfiguration.load(
                folder: "/tmp", port: nil,
                environment: [
                    "ESSAIM_SMS_URL": "http://sms.exemple.fr/?key=tresor-4711", "ESSAIM_SMS_BODY": "{to}{text}",
                ])
        } throws: { error in
            let said = "\(error)"
            return said.hasPrefix("sms.url") && !said.contains("tresor-4711")
        }
    }
}
