// swift-tools-version: 6.2
import PackageDescription

/// A package of its own: libFuzzer brings its own `main` and instruments all that it is linked with. The rooms are the
/// product's sources, by symbolic link, each with the files that a fuzzer needs and no more. Built by `scripts/fuzz`.
let settings: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    // What a fuzzer looks at is mostly internal.
    .unsafeFlags(["-enable-testing"]),
]

func room(_ name: String, _ needs: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: needs, path: "Rooms/\(name)", swiftSettings: settings)
}

func fuzzer(_ name: String, _ needs: [Target.Dependency]) -> Target {
    .executableTarget(name: name, dependencies: ["Fuzzing"] + needs, swiftSettings: settings)
}

let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let threads = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")

let package = Package(
    name: "essaim-fuzz",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(url: "https://github.com/apple/swift-crypto.git", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-nio.git", from: "2.101.2"),
        .package(url: "https://github.com/jpsim/Yams.git", from: "6.2.2"),
    ],
    targets: [
        room("EssaimDomain"),
        room("TransparencyLog", [crypto]),
        room("EssaimWorkflow", ["EssaimDomain", "TransparencyLog", crypto]),
        room("EssaimGate", ["EssaimDomain", "EssaimWorkflow", "EssaimCalendarFiles", "TransparencyLog"]),
        room("EssaimFormats", ["EssaimDomain", "CZlib"]),
        room("EssaimCalendarFiles", ["EssaimDomain"]),
        room("EssaimHTTP", ["EssaimGate"]),
        room("EssaimMedia", ["EssaimDomain", "EssaimWorkflow", "EssaimFormats", crypto, threads]),
        room("EssaimIdentity", ["EssaimDomain", crypto, cryptoExtras]),
        room("EssaimNetworkFiles", ["EssaimDomain", "EssaimFormats", yams]),
        room("EssaimDocuments", ["Assets", "CQRCode", "CZlib"]),
        // The fonts alone.
        .target(name: "Assets", path: "Rooms/Assets"),
        .systemLibrary(
            name: "CQRCode", path: "Rooms/CQRCode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
        .systemLibrary(name: "CZlib", path: "Rooms/CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        // Samples and doubles of the unit tests.
        room("FormatSamples", ["EssaimFormats"]),
        room("MediaSamples", ["EssaimDomain", "EssaimWorkflow", "EssaimMedia"]),
        .target(name: "Fuzzing", swiftSettings: settings),
        fuzzer("fuzz-multipart", ["EssaimHTTP"]),
        fuzzer("fuzz-upload-headers", ["EssaimHTTP", "EssaimGate"]),
        fuzzer("fuzz-sniffers", ["EssaimFormats", "FormatSamples"]),
        fuzzer("fuzz-darkroom-frames", ["EssaimFormats", "EssaimMedia", "EssaimWorkflow", "FormatSamples"]),
        fuzzer("fuzz-upload", ["EssaimDomain", "EssaimWorkflow", "EssaimMedia", "MediaSamples"]),
        fuzzer("fuzz-calendar", ["EssaimDomain", "EssaimCalendarFiles"]),
        fuzzer("fuzz-forms", ["EssaimHTTP", "EssaimGate"]),
        fuzzer("fuzz-cookies", ["EssaimDomain", "EssaimHTTP", "EssaimGate", "EssaimIdentity"]),
        fuzzer("fuzz-notes", ["TransparencyLog", "EssaimDomain", "EssaimWorkflow"]),
        fuzzer("fuzz-networks", ["EssaimDomain", "EssaimNetworkFiles"]),
        fuzzer("fuzz-identities", ["EssaimDomain"]),
        fuzzer("fuzz-passkeys", ["EssaimIdentity", crypto]),
        fuzzer("fuzz-pdf-text", ["EssaimDocuments", "CZlib"]),
    ]
)
