import Foundation
import Testing

@testable import GonogoShell

/// Documents the tests read, when they are there.
enum Fixtures {
  /// The folder shared by those who work on gonogo: the seed document and the corpus.
  static let shared = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "../shared").standardizedFileURL

  static let hasShared = FileManager.default.fileExists(atPath: shared.path)

  /// The shell fences of a Markdown document, in order.
  static func shellBlocks(of document: String) -> [String] {
    var blocks: [String] = []
    var current: [String]?
    var fence = ""
    var indent = 0
    var isShell = false
    for line in document.split(separator: "\n", omittingEmptySubsequences: false) {
      let trimmed = line.drop { $0 == " " }
      if current != nil {
        if trimmed.hasPrefix(fence),
          trimmed.drop(while: { $0 == fence.first }).allSatisfy(\.isWhitespace)
        {
          if isShell, let current { blocks.append(current.joined(separator: "\n") + "\n") }
          current = nil
        } else {
          let blanks = line.prefix(indent).prefix { $0 == " " }.count
          current?.append(String(line.dropFirst(blanks)))
        }
      } else if let mark = trimmed.first, mark == "`" || mark == "~" {
        let run = trimmed.prefix { $0 == mark }
        guard run.count >= 3, !trimmed.dropFirst(run.count).contains("`") else { continue }
        fence = String(run)
        indent = line.count - trimmed.count
        let info = trimmed.dropFirst(run.count).drop { $0 == " " }
        let tag = info.prefix { $0.isLetter }.lowercased()
        isShell = ["bash", "sh", "shell", "zsh"].contains(tag)
        current = []
      }
    }
    return blocks
  }

  /// The seed document's shell blocks.
  static func seedBlocks() throws -> [String] {
    let file = shared.appending(path: "seed/tracing-preflight.md")
    return shellBlocks(of: try String(contentsOf: file, encoding: .utf8))
  }
}
