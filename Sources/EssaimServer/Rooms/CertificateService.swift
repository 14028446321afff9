import EssaimHTTP
import Logging
import ServiceLifecycle
import UnixSignals

/// Reads the site's certificate again when its files change, and at a SIGHUP. One that cannot be read changes nothing, and
/// the log says so once.
struct CertificateService: Service {
    let certificate: SiteCertificate
    let logger: Logger

    private static let pause = Duration.seconds(30)

    func run() async throws {
        await cancelWhenGracefulShutdown { [self] in
            await withTaskGroup(of: Void.self) { group in
                group.addTask {
                    for await _ in await UnixSignalsSequence(trapping: .sighup) { reload() }
                }
                group.addTask {
                    var isSaid = false
                    while (try? await Task.sleep(for: Self.pause)) != nil {
                        guard certificate.isChanged else { continue }
                        let isTaken = reload(quietly: isSaid)
                        isSaid = !isTaken
                    }
                }
            }
        }
    }

    @discardableResult
    private func reload(quietly: Bool = false) -> Bool {
        do throws(SiteCertificate.Fault) {
            try certificate.reload()
            logger.notice("certificate read again", metadata: ["ends": "\(certificate.ends)"])
            return true
        } catch {
            if !quietly {
                logger.error("certificate not read, the former one stays", metadata: ["why": "\(error.rawValue)"])
            }
            return false
        }
    }
}
