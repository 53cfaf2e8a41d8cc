internal import GonogoCore

/// The text of a block of HTML as its reader sees it.
enum TagText {
  /// Its lines without tags and with the signs that HTML has names for; comments and what stands in
  /// `<script>` or `<style>` are none.
  static func lines(of html: String) -> [String] {
    let start = ChecklistBuilder.trimmed(html.prefix(16)).lowercased()
    guard !html.holds("<!--"), !start.hasPrefix("<script"), !start.hasPrefix("<style") else {
      return []
    }
    var isInside = false
    return html.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var text = ""
      for place in line.indices {
        // "errors < 5" opens no tag.
        let next = line[place...].dropFirst().first
        if line[place] == "<", next.map({ $0.isLetter || "/!?".contains($0) }) ?? false {
          isInside = true
        }
        if !isInside { text.append(line[place]) }
        if line[place] == ">" { isInside = false }
      }
      for (name, sign) in names where text.utf8.contains(0x26) {
        text = text.replacingAll(name, with: sign)
      }
      return String(ChecklistBuilder.trimmed(text))
    }
  }

  /// True where some tag is a checkbox.
  static func holdsCheckbox(_ html: String) -> Bool {
    !html.isEmpty && html.holds("<input") && html.lowercased().holds("checkbox")
  }

  private static let names = [
    ("&lt;", "<"), ("&gt;", ">"), ("&le;", "≤"), ("&ge;", "≥"), ("&nbsp;", " "), ("&amp;", "&"),
  ]
}
