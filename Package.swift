// swift-tools-version: 6.2
import PackageDescription

/// What every room is built with: a warning is an error, existentials are spelled, members come from imported modules only.
let strict: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

/// A room: a target of ours. A target exists only where a rule needs the compiler (`docs/architecture.md`).
func room(_ name: String, _ needs: [Target.Dependency] = [], _ settings: [SwiftSetting] = strict) -> Target {
    .target(name: name, dependencies: needs, swiftSettings: settings)
}

/// For the rooms in which the tests spend most of their time: optimised in the debug flavour too. Overflows and preconditions
/// stop the program all the same.
let optimised = strict + [.unsafeFlags(["-O"], .when(configuration: .debug))]

/// The tests of a room, one folder a target.
func tests(of name: String, _ needs: [Target.Dependency] = []) -> Target {
    .testTarget(name: name + "Tests", dependencies: [.byName(name: name)] + needs, swiftSettings: strict)
}

let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdTesting = Target.Dependency.product(name: "HummingbirdTesting", package: "hummingbird")
let hummingbirdCore = Target.Dependency.product(name: "HummingbirdCore", package: "hummingbird")
let http2 = Target.Dependency.product(name: "HummingbirdHTTP2", package: "hummingbird")
let tls = Target.Dependency.product(name: "NIOSSL", package: "swift-nio-ssl")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let tokens = Target.Dependency.product(name: "JWTKit", package: "jwt-kit")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let signals = Target.Dependency.product(name: "UnixSignals", package: "swift-service-lifecycle")
let threads = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let bytes = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let http1 = Target.Dependency.product(name: "NIOHTTP1", package: "swift-nio")
let streams = Target.Dependency.product(name: "NIOHTTPTypes", package: "swift-nio-extras")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let configuration = Target.Dependency.product(name: "Configuration", package: "swift-configuration")
let channels = Target.Dependency.product(name: "AsyncAlgorithms", package: "swift-async-algorithms")
let system = Target.Dependency.product(name: "SystemPackage", package: "swift-system")
let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
    name: "essaim",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "essaim", targets: ["essaim"]),
        .executable(name: "essaim-darkroom", targets: ["essaim-darkroom"]),
        // For `Benchmarks/`, a package of its own.
        .library(
            name: "EssaimRooms",
            targets: [
                "EssaimDomain", "EssaimWorkflow", "EssaimStorage", "EssaimSQLite", "EssaimPostgres", "EssaimServer",
                "EssaimTestSupport", "TransparencyLog",
            ]),
    ],
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird.git", from: "2.28.1"),
        .package(url: "https://github.com/groue/GRDB.swift.git", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-nio.git", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras.git", from: "1.35.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl.git", from: "2.29.0"),
        .package(url: "https://github.com/apple/swift-crypto.git", from: "4.5.2"),
        .package(url: "https://github.com/vapor/jwt-kit.git", from: "5.7.1"),
        .package(url: "https://github.com/apple/swift-log.git", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-http-types.git", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-configuration.git", from: "1.4.0", traits: [.defaults, "YAML"]),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle.git", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-system.git", from: "1.8.1"),
        .package(url: "https://github.com/apple/swift-async-algorithms.git", from: "1.1.4"),
        // Without its trait for Foundation.
        .package(url: "https://github.com/swiftlang/swift-subprocess.git", from: "1.0.2", traits: []),
        .package(url: "https://github.com/jpsim/Yams.git", from: "6.2.2"),
    ],
    targets: [
        // The field: values and rules. No I/O, nothing async.
        room("EssaimDomain", [], optimised),
        // A Merkle tree that outsiders verify. Knows nothing of health.
        room("TransparencyLog", [crypto]),
        // Use cases and ports.
        room("EssaimWorkflow", ["EssaimDomain", "TransparencyLog", crypto]),
        // Storage: the portable SQL once, each engine apart.
        room("EssaimStorage", ["EssaimDomain", "EssaimWorkflow", "TransparencyLog", crypto]),
        room("EssaimSQLite", ["EssaimStorage", grdb]),
        room("EssaimPostgres", ["EssaimDomain", "EssaimWorkflow", "EssaimStorage", "CLibPQ"]),
        // Documents, formats, files, accounts.
        room("EssaimDocuments", ["Assets", "CQRCode", "CZlib"], optimised),
        room("EssaimFHIR", ["EssaimDomain"]),
        // What files are and say before they are decoded; linked on both sides of the darkroom's wall.
        room("EssaimFormats", ["EssaimDomain", "CZlib"]),
        room(
            "EssaimMedia",
            ["EssaimDomain", "EssaimWorkflow", "EssaimFormats", crypto, threads, subprocess, system]),
        // The darkroom: a process apart that decodes. It links no key, no store and no network.
        .target(
            name: "CDarkroom", dependencies: ["CVips"],
            linkerSettings: [.linkedLibrary("seccomp"), .linkedLibrary("turbojpeg")]),
        .executableTarget(
            name: "essaim-darkroom", dependencies: ["EssaimFormats", "CDarkroom"], swiftSettings: strict),
        room("EssaimIdentity", ["EssaimDomain", "EssaimWorkflow", "CArgon2", crypto, cryptoExtras, threads]),
        // Sign-in by other providers: their word, checked.
        room("EssaimOpenID", ["EssaimDomain", "EssaimWorkflow", "EssaimOutbound", crypto, tokens]),
        // The one door out: no database, no rule of the field.
        room("EssaimOutbound", ["CCurl"]),
        // A network as a file; a folder of fictional people.
        room("EssaimNetworkFiles", ["EssaimDomain", "EssaimFormats", yams]),
        // Calendars as files: duties written, absences read.
        room("EssaimCalendarFiles", ["EssaimDomain"]),
        room("EssaimDemonstration", ["EssaimDomain", "EssaimWorkflow", "Assets"]),
        // Pages and doors.
        room("HTML"),
        room("EssaimGate", ["EssaimDomain", "EssaimWorkflow", "EssaimCalendarFiles", "TransparencyLog"]),
        room("EssaimWeb", ["EssaimDomain", "EssaimWorkflow", "EssaimGate", "HTML", "Assets"]),
        room(
            "EssaimHTTP",
            [
                "EssaimDomain", "EssaimWorkflow", "EssaimGate", hummingbird, hummingbirdCore, http1, http2, tls,
                httpTypes, streams, bytes, lifecycle, logging, channels,
            ]),
        // What is built into the binary.
        .target(name: "Assets", exclude: ["billing", "demo", "passwords", "territory", "web"]),
        // The composition root and the command.
        room(
            "EssaimServer",
            [
                "EssaimDomain", "EssaimWorkflow", "EssaimStorage", "EssaimSQLite", "EssaimPostgres", "EssaimDocuments",
                "EssaimFHIR", "EssaimMedia", "EssaimFormats", "EssaimIdentity", "EssaimOpenID", "EssaimNetworkFiles",
                "EssaimDemonstration",
                "EssaimGate", "EssaimWeb",
                "EssaimHTTP", "EssaimOutbound", "TransparencyLog", "Assets", crypto, hummingbird, lifecycle, signals,
                logging, threads,
                bytes, configuration, system,
            ]),
        .executableTarget(
            name: "essaim",
            dependencies: [
                "EssaimServer", "EssaimDomain", "EssaimWorkflow", "EssaimDemonstration", "EssaimMedia",
                "EssaimNetworkFiles", "TransparencyLog", arguments, logging,
            ],
            swiftSettings: strict),
        // System libraries.
        .systemLibrary(name: "CArgon2", pkgConfig: "libargon2", providers: [.apt(["libargon2-dev"])]),
        .target(name: "CCurl", linkerSettings: [.linkedLibrary("curl")]),
        .systemLibrary(name: "CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(name: "CQRCode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
        .systemLibrary(name: "CVips", pkgConfig: "vips", providers: [.apt(["libvips-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        // Tests.
        room(
            "EssaimTestSupport",
            ["EssaimDomain", "EssaimWorkflow", "EssaimStorage", "EssaimSQLite", "EssaimPostgres", grdb], optimised),
        tests(of: "EssaimDomain", ["EssaimTestSupport"]),
        tests(
            of: "EssaimWorkflow",
            ["EssaimDomain", "EssaimStorage", "EssaimSQLite", "EssaimTestSupport", "TransparencyLog"]),
        tests(of: "TransparencyLog"),
        tests(of: "EssaimStorage", ["EssaimDomain", "EssaimWorkflow", "EssaimSQLite", "EssaimTestSupport", grdb]),
        tests(
            of: "EssaimPostgres",
            [
                "EssaimDomain", "EssaimWorkflow", "EssaimStorage", "EssaimSQLite", "EssaimServer", "EssaimTestSupport",
                logging,
            ]),
        .testTarget(
            name: "EssaimDocumentsTests", dependencies: ["EssaimDocuments", "Assets"], exclude: ["Preflight"],
            swiftSettings: strict),
        // Its peers are Python programs.
        .testTarget(
            name: "EssaimOutboundTests", dependencies: ["EssaimOutbound"], exclude: ["Peers"], swiftSettings: strict),
        tests(of: "EssaimNetworkFiles", ["EssaimDomain"]),
        // Its table is made by a Python program.
        .testTarget(
            name: "EssaimCalendarFilesTests", dependencies: ["EssaimCalendarFiles", "EssaimDomain"], exclude: ["Peers"],
            swiftSettings: strict),
        tests(
            of: "EssaimDemonstration",
            [
                "EssaimDomain", "EssaimWorkflow", "EssaimStorage", "EssaimSQLite", "EssaimNetworkFiles",
                "EssaimTestSupport",
                "EssaimFHIR", "Assets",
            ]),
        tests(of: "EssaimHTTP", ["EssaimDomain", "EssaimGate", hummingbirdCore]),
        tests(of: "EssaimFHIR", ["EssaimDomain"]),
        // Tries from inside what the darkroom's fences forbid.
        .executableTarget(name: "darkroom-trials", dependencies: ["CDarkroom"], path: "Tests/DarkroomTrials"),
        tests(of: "EssaimFormats", ["EssaimDomain"]),
        tests(
            of: "EssaimMedia",
            [
                "EssaimDomain", "EssaimWorkflow", "EssaimFormats", "essaim-darkroom", "darkroom-trials", crypto,
                subprocess, threads,
                system,
            ]),
        tests(of: "EssaimIdentity", ["EssaimDomain", "EssaimWorkflow", "EssaimTestSupport", crypto]),
        tests(
            of: "EssaimOpenID",
            [
                "EssaimDomain", "EssaimWorkflow", "EssaimOutbound", crypto, cryptoExtras, hummingbird,
                hummingbirdTesting,
            ]),
        tests(of: "HTML"),
        tests(of: "EssaimWeb", ["EssaimDomain", "EssaimWorkflow", "EssaimGate", "HTML"]),
        tests(
            of: "EssaimServer",
            [
                "EssaimDomain", "EssaimWorkflow", "EssaimGate", "EssaimWeb", "EssaimHTTP", "EssaimPostgres",
                "EssaimMedia", "EssaimOutbound", "EssaimIdentity", "EssaimOpenID", "EssaimTestSupport",
                crypto, hummingbirdTesting, hummingbird, httpTypes, bytes, threads, logging,
            ]),
    ]
)
