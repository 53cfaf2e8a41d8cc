internal import GonogoCore

/// Titles that are no headings: a paragraph in bold, the summary of a part that can be folded away. What
/// follows one may be for a case that need not arise, as below a heading.
struct CaseTitles {
  /// The bold paragraph that the next blocks stand under, when it names a case.
  private var bold: String?
  /// What the bold paragraph says against running what stands under it.
  private var boldDoubt = HeadingDoubt()
  /// For each open `<details>`: its summary, as far as it says something.
  private var summaries: [Summary] = []
  /// Nobody folds deeper by hand.
  private static let mostLevels = 16

  private struct Summary {
    var text = ""
    var isCase = false
    var isPlatform = false
    var doubt = HeadingDoubt()
  }

  /// The title that names a case, or nil.
  var current: String? {
    summaries.suffix(Self.mostLevels).last(where: \.isCase)?.text ?? bold
  }

  /// The summary that names for whom what is in it is, or nil.
  var platform: String? { summaries.suffix(Self.mostLevels).last(where: \.isPlatform)?.text }

  /// What the titles say against running what is under them, or nil.
  var doubt: HeadingDoubt? {
    let found = summaries.suffix(Self.mostLevels).last { !$0.doubt.isNone }?.doubt ?? boldDoubt
    return found.isNone ? nil : found
  }

  /// Takes note of a heading or a rule, which ends what a paragraph in bold opened.
  mutating func readBreak() {
    bold = nil
    boldDoubt = HeadingDoubt()
  }

  /// Reads a paragraph outside of lists.
  mutating func readParagraph(_ block: MarkdownBlock) {
    guard block.parent == nil, let title = block.leadingBold, block.text.utf8.count <= 120,
      block.text.utf8.count - title.utf8.count <= 3
    else { return }
    bold = ConditionalText.namesCase(title) ? title : nil
    boldDoubt = HeadingDoubt(title, shown: title)
  }

  /// Reads a piece of HTML.
  mutating func readHTML(_ html: String) {
    guard html.holds("<details") || html.holds("</details") || html.holds("<summary") else {
      return
    }
    var rest = html[...]
    while let open = rest.firstIndex(of: "<") {
      rest = rest[open...]
      if rest.hasPrefix("<details") {
        summaries.append(Summary())
      } else if rest.hasPrefix("</details") {
        if !summaries.isEmpty { summaries.removeLast() }
      } else if rest.hasPrefix("<summary"), let start = rest.firstIndex(of: ">") {
        let text = rest[rest.index(after: start)...].prefix(200)
        let end = SearchedText(text).firstRange(of: "</summary")?.lowerBound ?? text.endIndex
        if !summaries.isEmpty {
          let title = Self.plain(text[..<end])
          summaries[summaries.count - 1] = Summary(
            text: title, isCase: ConditionalText.namesCase(title),
            isPlatform: ConditionalText.namesPlatforms(title),
            doubt: HeadingDoubt(title, shown: title))
        }
      }
      rest = rest.dropFirst()
    }
  }

  private static func plain(_ text: Substring) -> String {
    var plain = ""
    var isTag = false
    for character in text {
      if character == "<" {
        isTag = true
      } else if character == ">" {
        isTag = false
      } else if !isTag {
        plain.append(character)
      }
    }
    return String(ChecklistBuilder.trimmed(plain))
  }
}
