import Foundation
import Testing

/// The shape of the code: what may import what, how long files are, what every declaration says.
struct StructureTests {
  @Test func findsTheSources() {
    #expect(SourceTree.sources.count > 150)
    #expect(SourceTree.all.count > SourceTree.sources.count + 50)
  }

  @Test func keepsEveryFileShort() {
    let long = SourceTree.all.filter { $0.lines.count > 401 }.map {
      "\($0.path): \($0.lines.count)"
    }
    #expect(long == [])
  }

  @Test(arguments: ["CCMark", "CPostgreSQL", "CSpawn", "CYAML"])
  func importsEachCModuleInOneFile(module: String) {
    let files = SourceTree.sources.filter { $0.imports.contains { $0.module == module } }
    #expect(files.count == 1, "\(files.map(\.path))")
  }

  @Test func importsFoundationNowhereInTheSources() {
    let names: Set<String> = ["Foundation", "FoundationEssentials", "Dispatch"]
    let files = SourceTree.sources.filter { $0.imports.contains { names.contains($0.module) } }
    #expect(files.map(\.path) == [])
  }

  /// What comes with the system and the language; only adapters know the first three.
  static let system: Set<String> = ["Glibc", "Musl", "Darwin", "Synchronization"]
  static let pure: Set<String> = [
    "GonogoCore", "GonogoShell", "GonogoEvidence", "GonogoPlanning", "GonogoCompletion",
    "GonogoRedaction",
  ]

  /// The modules each module may import; the manifest says the same to the compiler.
  static let allowed: [String: Set<String>] = [
    "GonogoCore": [],
    "GonogoShell": ["GonogoCore"],
    "GonogoRedaction": ["GonogoCore"],
    "GonogoEvidence": ["GonogoCore"],
    "GonogoPlanning": ["GonogoCore", "GonogoShell", "GonogoEvidence"],
    "GonogoCompletion": ["GonogoCore", "GonogoEvidence", "GonogoPlanning"],
    "GonogoMarkdown": ["GonogoCore", "CCMark"],
    "GonogoSandbox": ["GonogoCore", "CSpawn"],
    "GonogoDatabase": ["GonogoCore", "CPostgreSQL"],
    "GonogoSettings": ["GonogoCore", "CYAML"],
    "GonogoStore": ["GonogoCore", "Crypto"],
    "GonogoSigning": ["GonogoCore", "Crypto"],
    "GonogoRunner": ["GonogoCore", "GonogoShell", "GonogoEvidence", "GonogoPlanning"],
  ]

  @Test(arguments: allowed.keys.sorted())
  func importsOnlyWhatItsPlaceAllows(module: String) throws {
    var allowed = try #require(Self.allowed[module])
    if !Self.pure.contains(module) { allowed.formUnion(Self.system) }
    let files = SourceTree.sources.filter { $0.module == module }
    #expect(!files.isEmpty)
    let wrong = files.flatMap { file in
      file.imports.filter { !allowed.contains($0.module) }.map {
        "\(file.path):\($0.line): \($0.module)"
      }
    }
    #expect(wrong == [])
  }

  @Test func knowsEveryModule() {
    let modules = Set(SourceTree.sources.map(\.module))
    let known = Set(Self.allowed.keys).union(["GonogoCommands", "gonogo"])
    #expect(modules == known)
  }

  @Test func avoidsWhatHidesAFault() {
    // Taken apart, so that this file does not hold what it looks for.
    let words = [
      "try" + "!", "fatal" + "Error(", "as" + "!", "TO" + "DO", "FIX" + "ME",
      "@unchecked Sendable", "public ",
    ]
    let wrong = SourceTree.sources.flatMap { file in
      file.codeLines.enumerated().flatMap { index, line in
        words.filter { line.contains($0) }.map { "\(file.path):\(index + 1): \($0)" }
      }
    }
    #expect(wrong == [])
    let notes = SourceTree.all.filter { $0.path != "Tests/StructureTests/StructureTests.swift" }
      .flatMap { file in
        file.lines.filter { $0.contains("TO" + "DO") || $0.contains("FIX" + "ME") }.map {
          "\(file.path): \($0)"
        }
      }
    #expect(notes == [])
  }

  @Test func namesTypesAfterWhatTheyAre() {
    let vague = ["Manager", "Helper", "Helpers", "Utils", "Utilities", "Util"]
    let wrong = SourceTree.sources.filter { file in
      let name = file.path.split(separator: "/").last?.dropLast(6) ?? ""
      return vague.contains { name.hasSuffix($0) }
    }
    #expect(wrong.map(\.path) == [])
  }

  /// The calls that write, each with the files that may hold it: what leaves a run passes the places
  /// that take secrets out, and nothing else writes files of a run, its journal or to the screen.
  static let writing: [String: Set<String>] = [
    "AtomicFile" + ".write(": [
      "RunText.swift", "BindCommand.swift", "SignCommand.swift", "ExportCommand.swift",
    ],
    "journal" + ".append([": ["RunSession.swift", "EventJournal.swift"],
    "STDOUT" + "_FILENO": ["Terminal.swift"],
    "Glibc" + ".write(": ["Terminal.swift", "SigningTools.swift"],
    " print" + "(": ["DiagnosticPrinter.swift"], "fput" + "s(": [], "fwrite" + "(": [],
    "O_WRON" + "LY": ["RawCopy.swift"],
  ]

  @Test func writesOnlyThroughWhatHidesSecrets() {
    var wrong: [String] = []
    for file in SourceTree.sources where file.module == "GonogoCommands" {
      let name = file.path.split(separator: "/").last.map(String.init) ?? ""
      let code = file.codeLines.joined(separator: "\n")
      for (call, places) in Self.writing where code.contains(call) && !places.contains(name) {
        wrong.append("\(file.path): \(call)")
      }
    }
    #expect(wrong == [])
  }

  @Test func documentsEveryPackageDeclaration() {
    let wrong = SourceTree.sources.flatMap(undocumented)
    #expect(wrong == [])
  }

  private func undocumented(_ file: SourceTree.File) -> [String] {
    let code = file.codeLines
    return code.indices.filter { index in
      let line = code[index].drop { $0 == " " }
      guard line.hasPrefix("package ") || line.hasPrefix("@discardableResult package "),
        !line.hasPrefix("package import")
      else { return false }
      var above = index - 1
      while above >= 0 {
        let text = file.lines[above].drop { $0 == " " }
        guard text.hasPrefix("@") else { break }
        above -= 1
      }
      return above < 0 || !file.lines[above].drop { $0 == " " }.hasPrefix("///")
    }.map { "\(file.path):\($0 + 1)" }
  }
}
