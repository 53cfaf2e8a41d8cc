import Foundation
import Testing

/// The Swift files of this package as text.
struct SourceTree {
  struct File: Sendable, CustomTestStringConvertible {
    /// Relative to the package: `Sources/GonogoCore/Values/Unit.swift`.
    let path: String
    let lines: [String]

    var testDescription: String { path }
    /// The folder below `Sources` or `Tests`.
    var module: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }

    /// Lines without comments and without what stands in string literals.
    var codeLines: [String] {
      var isInString = false
      return lines.map { line in
        let isFence = line.contains("\"\"\"")
        if isFence, line.components(separatedBy: "\"\"\"").count == 2 { isInString.toggle() }
        if isInString || isFence { return "" }
        return Self.withoutStringsAndComment(line)
      }
    }

    private static func withoutStringsAndComment(_ line: String) -> String {
      var result = ""
      var isInString = false
      var isEscaped = false
      var previous: Character = " "
      for character in line {
        if isInString {
          if isEscaped {
            isEscaped = false
          } else if character == "\\" {
            isEscaped = true
          } else if character == "\"" {
            isInString = false
          }
        } else if character == "\"" {
          isInString = true
        } else {
          if character == "/", previous == "/" { return String(result.dropLast()) }
          result.append(character)
        }
        previous = character
      }
      return result
    }

    /// The modules it imports, with the line.
    var imports: [(module: String, line: Int)] {
      codeLines.enumerated().compactMap { index, line in
        let words = line.split(separator: " ").map(String.init)
        guard let at = words.firstIndex(of: "import"), at + 1 < words.count, at <= 2,
          words[..<at].allSatisfy({ $0.hasPrefix("@") || ["internal", "package"].contains($0) })
        else { return nil }
        return (words[at + 1].split(separator: ".").first.map(String.init) ?? "", index + 1)
      }
    }
  }

  static let root = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static let sources = files(below: "Sources")
  static let all =
    sources + files(below: "Tests") + files(below: "Benchmarks")
    + files(below: "Fuzzing")

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  private static func files(below folder: String) -> [File] {
    let base = root.appending(path: folder)
    let paths =
      FileManager.default.enumerator(atPath: base.path)?.compactMap { $0 as? String } ?? []
    return paths.filter { $0.hasSuffix(".swift") }.sorted().compactMap { path in
      let full = "\(folder)/\(path)"
      return (try? text(full)).map {
        File(path: full, lines: $0.components(separatedBy: "\n"))
      }
    }
  }
}
