import EssaimMedia
import EssaimTestSupport
import Foundation
import Testing

@testable import EssaimServer

@Suite struct AttachmentSettingsTests {
    private static let bucket = [
        "ESSAIM_ATTACHMENTS_S3_ENDPOINT": "https://s3.fr-par.example.org", "ESSAIM_ATTACHMENTS_S3_REGION": "fr-par",
        "ESSAIM_ATTACHMENTS_S3_BUCKET": "essaim-prod", "ESSAIM_ATTACHMENTS_S3_PREFIX": "pieces",
        "ESSAIM_ATTACHMENTS_S3_ACCESS_KEY": "SCWACCESS", "ESSAIM_ATTACHMENTS_S3_SECRET_KEY": "hunter2",
    ]

    private func load(
        yaml: String? = nil, _ environment: [String: String] = [:]
    ) async throws -> (folder: String, settings: AttachmentSettings) {
        try await TemporaryFolder.with { folder in
            if let yaml { try Data(yaml.utf8).write(to: URL(fileURLWithPath: folder + "/essaim.yaml")) }
            let configuration = try await ServerConfiguration.load(folder: folder, port: nil, environment: environment)
            return (folder, configuration.attachments)
        }
    }

    private func fault(_ environment: [String: String]) async throws -> String {
        let fault = await #expect(throws: ServerConfiguration.Fault.self) { try await load(environment) }
        return try #require(fault).description
    }

    @Test func `with nothing said, files stand in the data folder, keys beside it, and nobody scans`() async throws {
        let (folder, settings) = try await load(yaml: "port: 8080\n")
        #expect(settings.bucket == nil && settings.clamd == nil)
        #expect(settings.masterKeys == URL(fileURLWithPath: folder).standardizedFileURL.path + ".keys")
        #expect(settings.darkroom.hasSuffix("/essaim-darkroom") && settings.darkroom.hasPrefix("/"))
    }

    @Test func `a folder typed with a slash at its end has its keys beside it too`() async throws {
        try await TemporaryFolder.with { folder in
            let configuration = try await ServerConfiguration.load(folder: folder + "/", port: nil, environment: [:])
            #expect(
                configuration.attachments.masterKeys == URL(fileURLWithPath: folder).standardizedFileURL.path + ".keys")
        }
    }

    @Test func `a bucket is read from the environment or the file`() async throws {
        let fromEnvironment = try #require(try await load(Self.bucket).settings.bucket)
        #expect("\(fromEnvironment.place)" == "https://s3.fr-par.example.org/essaim-prod")
        #expect(fromEnvironment.prefix.text == "pieces/")
        let yaml = """
            attachments:
              s3:
                endpoint: http://localhost:9000
                region: us-east-1
                bucket: essaim
                accessKey: minio
                secretKey: hunter2
              clamd: unix:/run/clamav/clamd.ctl
              masterKeys: /etc/essaim/keys
              darkroom: /usr/lib/essaim/essaim-darkroom
            """
        let settings = try await load(yaml: yaml).settings
        #expect(settings.bucket.map { "\($0.place)" } == "http://localhost:9000/essaim")
        #expect(settings.bucket?.prefix.text == "")
        #expect(settings.clamd?.description == "unix:/run/clamav/clamd.ctl")
        #expect(settings.masterKeys == "/etc/essaim/keys")
        #expect(settings.darkroom == "/usr/lib/essaim/essaim-darkroom")
    }

    @Test(arguments: ["ENDPOINT", "REGION", "BUCKET", "ACCESS_KEY", "SECRET_KEY"])
    func `a bucket with a part missing is a fault that names it`(_ part: String) async throws {
        var environment = Self.bucket
        environment["ESSAIM_ATTACHMENTS_S3_\(part)"] = nil
        let names = ["ACCESS_KEY": "accessKey", "SECRET_KEY": "secretKey"]
        let name = "attachments.s3.\(names[part] ?? part.lowercased())"
        #expect(
            try await fault(environment)
                == "\(name)\u{A0}: absent ou illisible (docs/operations.md, « Photographs and documents »)")
    }

    @Test(arguments: [
        ("ENDPOINT", "http://s3.example.org", "endpoint « http://s3.example.org » ne se lit pas"),
        ("ENDPOINT", "https://a:hunter2@s3.example.org", "endpoint\u{A0}: absent ou illisible"),
        ("ENDPOINT", "https://s3.example.org/chemin", "endpoint « https://s3.example.org/chemin » ne se lit pas"),
        ("BUCKET", "Essaim", "bucket « Essaim » ne se lit pas"),
        ("REGION", "fr par", "region « fr par » ne se lit pas"),
        ("PREFIX", "a//b", "prefix « a//b » ne se lit pas"),
        ("ACCESS_KEY", "hunter2:x", "accessKey\u{A0}: absent ou illisible"),
        ("SECRET_KEY", "hunter2 x", "secretKey\u{A0}: absent ou illisible"),
    ])
    func `what cannot be used is a fault in French, without a secret`(
        _ part: String, _ text: String, _ said: String
    ) async throws {
        var environment = Self.bucket
        environment["ESSAIM_ATTACHMENTS_S3_\(part)"] = text
        #expect(
            try await fault(environment) == "attachments.s3.\(said) (docs/operations.md, « Photographs and documents »)"
        )
    }

    @Test func `a clamd on another machine is refused`() async throws {
        #expect(
            try await fault(["ESSAIM_ATTACHMENTS_CLAMD": "tcp://10.0.0.1:3310"])
                == "attachments.clamd « tcp://10.0.0.1:3310 » ne se lit pas (docs/operations.md, « Photographs and documents »)"
        )
    }

    @Test func `keys in the data folder are refused, however the path is written`() async throws {
        try await TemporaryFolder.with { folder in
            for path in [
                folder, folder + "/", folder + "/keys", folder + "/../\(folder.split(separator: "/").last ?? "")/a",
            ] {
                let environment = ["ESSAIM_ATTACHMENTS_MASTER_KEYS": path]
                await #expect(throws: ServerConfiguration.Fault.self) {
                    try await ServerConfiguration.load(folder: folder, port: nil, environment: environment)
                }
            }
            let beside = ["ESSAIM_ATTACHMENTS_MASTER_KEYS": folder + "-keys"]
            let configuration = try await ServerConfiguration.load(folder: folder, port: nil, environment: beside)
            #expect(configuration.attachments.masterKeys == folder + "-keys")
        }
    }
}
