import Foundation
import Testing

@testable import GonogoMarkdown

/// The lists of words that are data, and the code that asks for them.
struct WordListTests {
  /// The names that the sources ask for.
  private static let asked: Set<String> = {
    let folder = URL(filePath: #filePath).resolvingSymlinksInPath()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Sources/GonogoMarkdown")
    var names: Set<String> = []
    let files = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
    for name in files ?? [] where name.hasSuffix(".swift") {
      let text = (try? String(contentsOf: folder.appending(path: name), encoding: .utf8)) ?? ""
      for piece in text.components(separatedBy: "WordList.words(\"").dropFirst() {
        names.insert(String(piece.prefix { $0 != "\"" }))
      }
    }
    return names
  }()

  @Test func everyListThatIsAskedForIsThere() {
    #expect(Self.asked.count > 100)
    #expect(Self.asked.subtracting(WordList.names) == [])
  }

  @Test func everyListIsAskedFor() {
    #expect(Set(WordList.names).subtracting(Self.asked) == [])
  }

  @Test func everyListHoldsWordsInLowerCase() {
    for name in WordList.names {
      let words = WordList.words(name)
      // What is shouted is looked for as it is written.
      let isShouted = name.hasSuffix(".capitals")
      let areAsCompared = words.allSatisfy {
        !$0.isEmpty && $0 == (isShouted ? $0.uppercased() : $0.lowercased())
      }
      #expect(!words.isEmpty && areAsCompared, "\(name)")
    }
  }

  @Test func readsAListOfSeveralLines() {
    let words = WordList.words("FieldLabel.people")
    #expect(words.contains("nombre") && words.contains("承認者"))
    #expect(WordList.words("no such list") == [])
  }
}
