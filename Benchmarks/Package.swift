// swift-tools-version: 6.1
import PackageDescription

// A package of its own, so that nobody who uses Curette builds it. It measures the program that users run, from
// outside, and so depends on nothing.
let package = Package(
    name: "curette-benchmarks",
    platforms: [.macOS(.v15)],
    targets: [.executableTarget(name: "curette-benchmark")],
    swiftLanguageModes: [.v6]
)
