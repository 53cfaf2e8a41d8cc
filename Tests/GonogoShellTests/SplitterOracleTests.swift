import Foundation
import Testing

@testable import GonogoShell

/// What bash says about the pieces that the splitter makes.
@Suite struct SplitterOracleTests {
  @Test(.enabled(if: Fixtures.hasShared, "optional: the shared documents are not here"))
  func everyPieceOfTheCorpusParsesAlone() throws {
    let corpus = Fixtures.shared.appending(path: "corpus")
    let files = try FileManager.default.contentsOfDirectory(
      at: corpus, includingPropertiesForKeys: nil
    )
    .filter { $0.pathExtension == "md" }.sorted { $0.path < $1.path }
    var blocks: [String] = []
    for file in files {
      let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
      blocks += Fixtures.shellBlocks(of: text)
    }
    #expect(blocks.count > 500)
    let isGood = try Bash.parses(blocks)
    #expect(isGood.count == blocks.count)
    var pieces: [String] = []
    var origins: [String] = []
    for (block, good) in zip(blocks, isGood) where good {
      let bytes = Array(block.utf8)
      var parser = ShellParser(bytes, collects: true)
      parser.parse()
      #expect(parser.isComplete, "not read to its end: \(block)")
      var end = 0
      for statement in StatementSplitter.split(bytes) {
        #expect(isOnlyComments(bytes[end..<statement.range.lowerBound]), "lost in: \(block)")
        pieces.append(String(decoding: bytes[statement.range], as: UTF8.self) + "\n")
        origins.append(block)
        end = statement.range.upperBound
      }
      #expect(isOnlyComments(bytes[end...]), "lost at the end of: \(block)")
    }
    for (index, parses) in try Bash.parses(pieces).enumerated() where !parses {
      Issue.record("does not parse: \(pieces[index]) in: \(origins[index])")
    }
    // The fallback "everything that is left" would satisfy the above; it must stay rare.
    #expect(pieces.count > 2 * isGood.count { $0 })
  }

  @Test func whateverIsPlainIsTakenByBash() throws {
    let parts = [
      "a", "if", "fi", "in", "{", "}", "!", "[", "]", "[[", "A=1", "A=", "1", "2", " ", " ", "\t",
      "'",
      "\"", "\\", "\\\n", "$X", "${X}", "$", "$?", "${", "|", "||", "&", "&&", "&>", ">", ">>",
      ">&", "<",
      "<&", "<<", "#", "*", "~", ";", "(", ")", "time", "set", "é", "-", "=", "'b c'", "\"d e\"",
      "&>>",
    ]
    var dice = SystemRandomNumberGenerator()
    var plain: Set<String> = []
    for _ in 0..<200_000 {
      let length = Int.random(in: 1...7, using: &dice)
      let text = (0..<length).compactMap { _ in parts.randomElement(using: &dice) }.joined()
      if PlainLine.isPlain(Array(text.utf8)[...]) { plain.insert(text) }
    }
    #expect(plain.count > 1000)
    let asked = plain.prefix(3000).map { $0 + "\n" }
    for (text, parses) in zip(asked, try Bash.parses(asked)) where !parses {
      Issue.record("plain, and no bash takes it: \(text)")
    }
  }

  private func isOnlyComments(_ bytes: ArraySlice<UInt8>) -> Bool {
    String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).allSatisfy {
      let line = $0.drop { $0 == " " || $0 == "\t" }
      return line.isEmpty || line.hasPrefix("#")
    }
  }
}

/// Tricky blocks: counted, and run whole and piece by piece.
@Suite struct TrickyBlockTests {
  @Test(arguments: TrickyBlocks.all)
  func findsAsManyStatementsAsAPersonSees(_ block: (text: String, count: Int)) {
    #expect(StatementSplitter.split(Array(block.text.utf8)).count == block.count)
  }

  @Test(arguments: TrickyBlocks.all)
  func piecesRunOneByOneDoWhatTheBlockDoes(_ block: (text: String, count: Int)) throws {
    let bytes = Array(block.text.utf8)
    let pieces = StatementSplitter.split(bytes).map {
      String(decoding: bytes[$0.range], as: UTF8.self)
    }
    let prelude = "HOME_X=home; set -- p q\n"
    let whole = try Bash.run(
      prelude + "eval \"$BLOCK\"; echo \"$?\"", environment: ["BLOCK": block.text])
    var script = prelude
    var variables: [String: String] = [:]
    for (index, piece) in pieces.enumerated() {
      variables["PIECE\(index)"] = piece
      script += "eval \"$PIECE\(index)\"\n"
    }
    let split = try Bash.run(script + "echo \"$?\"", environment: variables)
    #expect(split.0 == whole.0)
    #expect(split.1 == whole.1)
  }
}
