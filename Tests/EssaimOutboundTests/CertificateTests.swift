import Foundation
import Testing

@testable import EssaimOutbound

@Suite struct CertificateTests {
    private func fault(_ door: OutgoingDoor, _ url: String) async -> OutgoingFault? {
        await door.fault(of: OutgoingCall(.post, url, body: Array("secret".utf8)))
    }

    @Test func `a peer is known by a certificate of a trusted authority, for its name, in its time`() async throws {
        let authority = try Authority()
        let trusting = OutgoingDoor(authorities: authority.path)
        let good = try Peer("http_peer.py", authority.issue("DNS:localhost,IP:127.0.0.1"))
        #expect(await fault(trusting, good.url("/echo", scheme: "https")) == nil)
        #expect(await fault(trusting, good.url("/echo", scheme: "https", host: "localhost")) == nil)
        #expect(await fault(OutgoingDoor(), good.url("/echo", scheme: "https")) == .certificate)

        let other = try Peer("http_peer.py", authority.issue("DNS:other.example"))
        #expect(await fault(trusting, other.url("/echo", scheme: "https")) == .certificate)

        let late = try Peer("http_peer.py", authority.issue("DNS:localhost,IP:127.0.0.1", days: -1))
        #expect(await fault(trusting, late.url("/echo", scheme: "https")) == .certificate)
    }

    @Test func `a peer of an older TLS than 1.2 is not spoken to`() async throws {
        let authority = try Authority()
        let trusting = OutgoingDoor(authorities: authority.path)
        let certificate = try authority.issue("DNS:localhost,IP:127.0.0.1")
        let old = try Peer("http_peer.py", certificate + ["TLSv1_1"])
        #expect(await fault(trusting, old.url("/echo", scheme: "https")) == .unreachable("SSL connect error"))
        let oldEnough = try Peer("http_peer.py", certificate + ["TLSv1_2"])
        #expect(await fault(trusting, oldEnough.url("/echo", scheme: "https")) == nil)
    }

    @Test func `a file of authorities that is not there is a fault, not an open door`() async throws {
        let authority = try Authority()
        let peer = try Peer("http_peer.py", authority.issue("DNS:localhost,IP:127.0.0.1"))
        let fault = await fault(OutgoingDoor(authorities: "/nowhere.pem"), peer.url("/echo", scheme: "https"))
        #expect(fault == .unreachable("Problem with the SSL CA cert (path? access rights?)"))
    }
}
