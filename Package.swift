// swift-tools-version: 6.1
import PackageDescription

/// Every Swift target is held to the same rules: imports are internal unless they say otherwise, existentials say
/// `any`, and a member is visible only where its module is imported.
let rules: [SwiftSetting] = [
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

/// A stage of the pipeline; it may import only what `on` names, all of which stands above it.
func stage(
    _ name: String,
    on: [Target.Dependency],
    tables: Bool = false,
    plugins: [Target.PluginUsage] = []
) -> Target {
    .target(
        name: name,
        dependencies: on,
        exclude: tables ? ["Data"] : [],
        swiftSettings: rules,
        plugins: plugins + (tables ? [.plugin(name: "EmbedTables")] : [])
    )
}

func tests(of name: String, on: [Target.Dependency]) -> Target {
    .testTarget(name: name + "Tests", dependencies: on + ["CuretteTestSupport"], swiftSettings: rules)
}

let package = Package(
    name: "curette",
    platforms: [.macOS(.v15)],
    products: [
        .library(name: "Curette", targets: ["Curette"]),
        .executable(name: "curette", targets: ["curette-cli"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    ],
    targets: [
        // System libraries, each behind a header of ours.
        .target(name: "CICU", linkerSettings: [.linkedLibrary("icui18n"), .linkedLibrary("icuuc")]),
        .target(name: "CDeflate", linkerSettings: [.linkedLibrary("deflate")]),
        .target(name: "CZlib", linkerSettings: [.linkedLibrary("z")]),
        .target(name: "CZstd", linkerSettings: [.linkedLibrary("zstd")]),
        .target(name: "CBrotli", linkerSettings: [.linkedLibrary("brotlidec")]),
        .target(name: "CNettle", linkerSettings: [.linkedLibrary("nettle")]),
        // Signal handlers, which cannot be Swift.
        .target(name: "CSignals"),

        // Vocabulary: everything speaks it, it knows nobody.
        stage("CuretteText", on: []),
        stage("CuretteData", on: []),
        stage("CuretteDictionary", on: [], plugins: ["EmbedWordLists"]),
        stage("CuretteDigest", on: ["CNettle"]),

        // Stages, in the order in which a page meets them. Each may import only what stands above it.
        stage(
            "CuretteIngest",
            on: ["CuretteText", "CuretteData", "CICU", "CDeflate", "CZlib", "CZstd", "CBrotli"],
            tables: true
        ),
        stage(
            "CuretteClean",
            on: ["CuretteText", "CuretteData", "CuretteDictionary", "CuretteIngest", "CICU"],
            tables: true
        ),
        stage("CuretteSegment", on: ["CuretteText", "CuretteData", "CuretteIngest"], tables: true),
        stage("CuretteLexicon", on: ["CuretteText", "CuretteData"]),
        stage(
            "CuretteExtract",
            on: [
                "CuretteText", "CuretteData", "CuretteDictionary", "CuretteIngest", "CuretteSegment", "CuretteLexicon",
            ],
            tables: true,
            plugins: ["EmbedLexicon"]
        ),
        stage(
            "CuretteTag",
            on: ["CuretteText", "CuretteData", "CuretteIngest", "CuretteSegment", "CuretteExtract"],
            tables: true
        ),
        stage(
            "CuretteReport",
            on: [
                "CuretteText", "CuretteDigest", "CuretteIngest", "CuretteClean", "CuretteSegment", "CuretteExtract",
                "CuretteTag",
            ]
        ),
        stage(
            "Curette",
            on: [
                "CuretteText", "CuretteData", "CuretteDictionary", "CuretteDigest", "CuretteIngest", "CuretteClean",
                "CuretteSegment", "CuretteExtract", "CuretteTag", "CuretteReport", "CICU",
            ]
        ),
        stage(
            "CuretteBatch",
            on: ["CuretteDigest", "CuretteIngest", "CuretteTag", "CuretteReport", "Curette", "CDeflate", "CSignals"]
        ),
        stage("CuretteEvaluate", on: ["CuretteData", "CuretteExtract"]),
        .executableTarget(
            name: "curette-cli",
            dependencies: [
                "CuretteText", "CuretteData", "CuretteIngest", "CuretteClean", "CuretteSegment", "CuretteExtract",
                "CuretteTag", "CuretteReport", "Curette", "CuretteBatch", "CuretteEvaluate",
                "CSignals",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: rules
        ),

        // For those who work on Curette: finds the tagger's weights. No product.
        .executableTarget(
            name: "curette-fit",
            dependencies: [
                "CuretteData", "CuretteIngest", "CuretteSegment", "CuretteLexicon", "CuretteExtract", "CuretteTag",
                "CuretteReport", "Curette", "CuretteEvaluate",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: rules
        ),

        // Build time only: human-edited tables become literals.
        .executableTarget(name: "embed-tables", dependencies: ["CuretteDigest"], swiftSettings: rules),
        .plugin(name: "EmbedTables", capability: .buildTool(), dependencies: ["embed-tables"]),
        .executableTarget(
            name: "compile-lexicon",
            dependencies: ["CuretteData", "CuretteLexicon"],
            swiftSettings: rules
        ),
        .plugin(name: "EmbedLexicon", capability: .buildTool(), dependencies: ["compile-lexicon"]),
        .executableTarget(name: "embed-word-lists", dependencies: ["CuretteDigest"], swiftSettings: rules),
        .plugin(name: "EmbedWordLists", capability: .buildTool(), dependencies: ["embed-word-lists"]),

        // Tests: a target a stage, then the whole.
        .target(name: "CuretteTestSupport", dependencies: ["CuretteText"], path: "Tests/Support", swiftSettings: rules),
        tests(of: "CuretteText", on: ["CuretteText"]),
        tests(of: "CuretteData", on: ["CuretteData"]),
        tests(of: "CuretteDictionary", on: ["CuretteDictionary"]),
        tests(of: "CuretteDigest", on: ["CuretteDigest"]),
        tests(of: "CuretteSegment", on: ["CuretteText", "CuretteData", "CuretteIngest", "CuretteSegment"]),
        tests(
            of: "CuretteExtract",
            on: [
                "CuretteText", "CuretteData", "CuretteDictionary", "CuretteIngest", "CuretteSegment", "CuretteLexicon",
                "CuretteExtract",
            ]
        ),
        tests(
            of: "CuretteClean",
            on: ["CuretteText", "CuretteData", "CuretteDictionary", "CuretteIngest", "CuretteClean", "CICU"]
        ),
        tests(of: "CuretteIngest", on: ["CuretteText", "CuretteIngest", "CDeflate", "CZstd"]),
        tests(
            of: "CuretteTag",
            on: [
                "CuretteText", "CuretteData", "CuretteIngest", "CuretteClean", "CuretteSegment", "CuretteExtract",
                "CuretteTag",
            ]
        ),
        tests(
            of: "CuretteReport",
            on: [
                "CuretteText", "CuretteDigest", "CuretteIngest", "CuretteClean", "CuretteSegment", "CuretteExtract",
                "CuretteTag", "CuretteReport",
            ]
        ),
        tests(of: "CuretteBatch", on: ["CuretteDigest", "CuretteIngest", "CuretteReport", "Curette", "CuretteBatch"]),
        tests(of: "CuretteEvaluate", on: ["CuretteData", "CuretteEvaluate"]),
        tests(of: "CuretteCommand", on: ["CuretteBatch", "curette-cli"]),
        .testTarget(
            name: "CuretteGoldenTests",
            dependencies: [
                "CuretteDigest", "CuretteIngest", "CuretteExtract", "CuretteTag", "CuretteReport", "CuretteEvaluate",
                "Curette", "CuretteTestSupport",
            ],
            path: "Tests/Golden",
            swiftSettings: rules
        ),
    ],
    swiftLanguageModes: [.v6]
)
