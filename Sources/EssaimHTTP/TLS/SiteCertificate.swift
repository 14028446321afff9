import Foundation
import NIOCore
import NIOSSL
import Synchronization

/// The site's certificate and its key, read from two PEM files, and read again while the site serves: whoever connects
/// next is shown the new one, and no connection is lost. What cannot be read leaves the one in use where it is.
public final class SiteCertificate: Sendable {
    public enum Fault: String, Error, Sendable {
        /// The chain is not there, or no certificate in PEM.
        case certificate
        /// The key is not there, or no private key in PEM.
        case key
        /// The key is another certificate's.
        case mismatch
    }

    private struct Pair: Sendable {
        let chain: [NIOSSLCertificateSource]
        let key: NIOSSLPrivateKeySource
        /// Seconds since 1970.
        let ends: Int
        let mark: [String]
    }

    private let paths: (certificate: String, key: String)
    private let pair: Mutex<Pair>

    /// - Parameters: PEM files: the chain, the site's own certificate first; its private key.
    public init(certificate: String, key: String) throws(Fault) {
        paths = (certificate, key)
        pair = Mutex(try Self.read(certificate, key))
    }

    /// When it ends, in seconds since 1970.
    public var ends: Int { pair.withLock { $0.ends } }

    /// The files are not those that were read last.
    public var isChanged: Bool { pair.withLock { $0.mark } != Self.mark([paths.certificate, paths.key]) }

    /// Reads both files again.
    public func reload() throws(Fault) {
        let new = try Self.read(paths.certificate, paths.key)
        pair.withLock { $0 = new }
    }

    /// TLS 1.2 and 1.3; of 1.2, suites with forward secrecy and authenticated encryption alone, in our order (ANSSI,
    /// « Recommandations de sécurité relatives à TLS », R9; RFC 9325, §4.2). Those of 1.3 are all so.
    func configuration() -> TLSConfiguration {
        var configuration = pair.withLock { Self.configuration($0) }
        configuration.sslContextCallback = { [self] _, promise in
            let (chain, key) = pair.withLock { ($0.chain, $0.key) }
            var current = NIOSSLContextConfigurationOverride()
            current.certificateChain = chain
            current.privateKey = key
            promise.succeed(current)
        }
        return configuration
    }

    private static func configuration(_ pair: Pair) -> TLSConfiguration {
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: pair.chain, privateKey: pair.key)
        configuration.minimumTLSVersion = .tlsv12
        configuration.cipherSuiteValues = [
            .TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384, .TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,
            .TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256, .TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,
            .TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256, .TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256,
        ]
        return configuration
    }

    private static func read(_ certificate: String, _ key: String) throws(Fault) -> Pair {
        let mark = mark([certificate, key])
        guard let chain = try? NIOSSLCertificate.fromPEMFile(certificate), let own = chain.first else {
            throw .certificate
        }
        guard let secret = try? NIOSSLPrivateKey(file: key, format: .pem) else { throw .key }
        let pair = Pair(
            chain: chain.map { .certificate($0) }, key: .privateKey(secret), ends: Int(own.notValidAfter), mark: mark)
        // A key that is another's is seen when the two are put together.
        guard (try? NIOSSLContext(configuration: configuration(pair))) != nil else { throw .mismatch }
        return pair
    }

    /// What changes when a file is replaced, as authorities' programs do.
    private static func mark(_ paths: [String]) -> [String] {
        paths.map { path in
            guard let facts = try? FileManager.default.attributesOfItem(atPath: Self.resolved(path)) else { return "" }
            let time = (facts[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
            return "\(time) \(facts[.size] ?? 0) \(facts[.systemFileNumber] ?? 0)"
        }
    }

    private static func resolved(_ path: String) -> String {
        URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    }
}
