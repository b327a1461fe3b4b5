// swift-tools-version: 6.2
import PackageDescription

// The manifest is policy: every target is held to the same language rules.
let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    // Pango's own description asks for -pthread, which the package manager refuses with a warning; this is all that its
    // headers need beyond Cairo's and HarfBuzz's.
    .unsafeFlags(["-Xcc", "-I/usr/include/pango-1.0"]),
]

/// A room of the house: a Swift module under Sources/.
func room(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

/// The tests of a room, under Tests/<room>Tests.
///
/// - Parameter exclude: Folders of files that tests read by their path.
func tests(_ room: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []) -> Target {
    .testTarget(
        name: "\(room)Tests",
        dependencies: [.target(name: room)] + dependencies,
        exclude: exclude,
        swiftSettings: settings
    )
}

/// A C library of the system: a module map, which names the library to link, and one shim header.
///
/// - Parameter pkgConfig: Where the headers are, when they are not where the compiler looks anyway.
func system(_ name: String, _ pkgConfig: String? = nil, apt: String) -> Target {
    .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([apt])])
}

let package = Package(
    name: "kinora",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "kinora", targets: ["kinora"]),
        // Loaded by a worker when the first photo comes: OpenCV would slow every start of the program.
        .library(name: "KinoraFaces", type: .dynamic, targets: ["CFaces"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
    ],
    targets: [
        .executableTarget(
            name: "kinora",
            dependencies: [
                "Chat", "StudioClient", "StudioAPI", "Studio", "Renderer", "Soundtrack", "Timeline",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: settings
        ),
        room("Chat", ["Terminal", "Translator", "StudioClient", "StudioAPI", "Timeline"]),
        room("Translator", ["Timeline"]),
        room("Terminal", ["CEditLine", "CChafa"]),
        room("HTTP", ["CCurl"]),
        room("StudioClient", ["StudioAPI", "HTTP", "Timeline", "CSpawn"]),
        room("StudioAPI", ["Timeline"]),
        room(
            "Studio",
            [
                "StudioAPI", "Director", "Renderer", "HTTP", "Timeline",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ]
        ),
        room("Director", ["Timeline"]),
        room("Timeline"),
        room(
            "Renderer",
            [
                "Timeline", "Soundtrack", "Media", "CSandbox",
                .product(name: "Crypto", package: "swift-crypto"),
            ]
        ),
        room("Soundtrack", ["Timeline", "CFluidSynth", "CAubio", "CEbur128"]),
        room("Media", ["Timeline", "CPixels", "CPango", "CVips", "CZimg", "CFFmpeg"]),

        system("CEditLine", apt: "libedit-dev"),
        system("CChafa", "chafa", apt: "libchafa-dev"),
        system("CSpawn", apt: "libc6-dev"),
        system("CCurl", "libcurl", apt: "libcurl4-openssl-dev"),
        // libvips' own description asks for -pthread, which the package manager refuses with a warning; its headers
        // need no more than GObject's.
        system("CVips", "gobject-2.0", apt: "libvips-dev"),
        system("CPango", "cairo harfbuzz", apt: "libpango1.0-dev"),
        system("CZimg", apt: "libzimg-dev"),
        system("CFFmpeg", "libavformat libavcodec libswresample libswscale libavutil", apt: "libavformat-dev"),
        system("CFluidSynth", apt: "libfluidsynth-dev"),
        system("CAubio", apt: "libaubio-dev"),
        system("CEbur128", apt: "libebur128-dev"),
        system("CSandbox", apt: "libseccomp-dev"),

        .target(
            name: "CFaces",
            // Debian's OpenCV has no pkg-config file without all of its modules.
            cxxSettings: [.unsafeFlags(["-isystem", "/usr/include/opencv4"])],
            linkerSettings: ["objdetect", "imgproc", "core"].map { .linkedLibrary("opencv_\($0)") }
        ),
        // The loops that scale pictures, made for several generations of processors.
        .target(name: "CPixels", cSettings: [.unsafeFlags(["-O2"], .when(configuration: .debug))]),

        // What the tests of several rooms need.
        .target(name: "TestKit", path: "Tests/Support/TestKit", swiftSettings: settings),
        // Programs in a pseudo-terminal, and what a person sees there.
        .target(
            name: "ProgramKit",
            dependencies: ["CSpawn", "Terminal", "TestKit"],
            path: "Tests/Support/ProgramKit",
            swiftSettings: settings
        ),
        // A hosted studio on loopback that does what a test's script says.
        .target(
            name: "ScriptedStudio",
            dependencies: ["TestKit"],
            path: "Tests/Support/ScriptedStudio",
            swiftSettings: settings
        ),
        // The chat, with a clock that a test drives.
        .executableTarget(
            name: "ClockedChat",
            dependencies: ["Chat", "StudioClient", "StudioAPI", "TestKit"],
            path: "Tests/Support/ClockedChat",
            swiftSettings: settings
        ),
        .testTarget(
            name: "ChatAgentTests",
            dependencies: ["ClockedChat", "ProgramKit", "ScriptedStudio", "TestKit"],
            exclude: ["Golden"],
            swiftSettings: settings
        ),
        tests("Chat", ["TestKit"]),
        tests("Translator", ["TestKit"], exclude: ["Golden"]),
        tests("Terminal", ["ProgramKit", "TestKit"]),
        tests("HTTP", ["TestKit"]),
        tests("StudioClient", ["HTTP", "TestKit"]),
        tests("StudioAPI", ["TestKit"]),
        tests(
            "Studio",
            [
                "StudioClient", "StudioAPI", "HTTP", "RendererWorker", "TestKit",
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "NIOEmbedded", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ]
        ),
        tests("Director"),
        tests("Timeline", ["TestKit"]),
        // A worker of its own, so that the renderer's tests need nothing above the renderer.
        .executableTarget(
            name: "RendererWorker",
            dependencies: ["Renderer"],
            path: "Tests/Support/RendererWorker",
            swiftSettings: settings
        ),
        tests("Renderer", ["RendererWorker", "TestKit"]),
        tests("Soundtrack"),
        tests("Media", ["TestKit"]),
        .testTarget(
            name: "EndToEndTests",
            dependencies: ["kinora", "ProgramKit", "TestKit"],
            swiftSettings: settings
        ),
    ]
)
