// swift-tools-version:6.1
import PackageDescription

/// The rooms of the house and who may call whom; see ARCHITECTURE.md.
let package = Package(
  name: "sanku",
  products: [.executable(name: "sanku", targets: ["sanku"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
  ],
  targets: [
    .target(
      name: "CNcurses",
      linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    .target(name: "CSeccomp", linkerSettings: [.linkedLibrary("seccomp")]),
    .target(name: "CXLSXWriter", linkerSettings: [.linkedLibrary("xlsxwriter")]),
    .target(name: "CZip", linkerSettings: [.linkedLibrary("zip")]),
    .target(name: "CExpat", linkerSettings: [.linkedLibrary("expat")]),
    .target(name: "Terminal", dependencies: ["CNcurses", "Yams"]),
    .target(name: "Widgets", dependencies: ["Terminal"]),
    .target(name: "Domain", dependencies: [.product(name: "Crypto", package: "swift-crypto")]),
    .target(name: "UseCases", dependencies: ["Domain"]),
    .target(
      name: "Store",
      dependencies: [
        "UseCases", "Domain", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ]),
    .target(name: "Interchange", dependencies: ["Domain", "CXLSXWriter", "CZip", "CExpat", "Yams"]),
    .target(name: "Screens", dependencies: ["Widgets", "UseCases", "Domain", "Terminal"]),
    .executableTarget(
      name: "sanku",
      dependencies: [
        "Screens", "Widgets", "Terminal", "Store", "UseCases", "Interchange", "Domain", "CSeccomp",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    .testTarget(name: "TerminalTests", dependencies: ["Terminal"]),
    .testTarget(name: "WidgetsTests", dependencies: ["Widgets", "Terminal"]),
    .testTarget(name: "DomainTests", dependencies: ["Domain"], exclude: ["Fixtures"]),
    .testTarget(name: "UseCasesTests", dependencies: ["UseCases", "Domain"]),
    .testTarget(
      name: "StoreTests",
      dependencies: ["Store", "UseCases", "Domain", "TestFiling", .product(name: "GRDB", package: "GRDB.swift")]),
    .testTarget(name: "InterchangeTests", dependencies: ["Interchange", "Domain"]),
    .testTarget(
      name: "ScreensTests", dependencies: ["Screens", "Widgets", "Terminal", "Store", "UseCases", "Domain"]),
    .target(
      name: "CTestTerminal", path: "Tests/Support/CTestTerminal",
      linkerSettings: [.linkedLibrary("vterm"), .linkedLibrary("util")]),
    .target(name: "TestTerminal", dependencies: ["CTestTerminal"], path: "Tests/Support/TestTerminal"),
    .target(name: "TestFiling", path: "Tests/Support/TestFiling"),
    .executableTarget(
      name: "contender", dependencies: ["Store", "UseCases", "Domain"], path: "Tests/Support/Contender"),
    .target(name: "CTestConfinement", dependencies: ["CSeccomp"], path: "Tests/Support/CTestConfinement"),
    .testTarget(name: "CSeccompTests", dependencies: ["CTestConfinement"]),
    .testTarget(
      name: "BlackboxTests", dependencies: ["TestTerminal", "TestFiling", "Domain"],
      exclude: ["Sheets", "check-report.py", "recount-tally.py"]),
  ]
)
