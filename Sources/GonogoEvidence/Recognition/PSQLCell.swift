/// One cell of one printed line of a psql table.
struct PSQLCell {
  /// What it holds, the padding taken off.
  let text: String
  /// True when the value goes on in the next line, after a line break of its own.
  let continues: Bool

  /// Collects the characters between two separators: one for the margin, the value with its padding,
  /// and one that marks a value that goes on.
  struct Builder {
    private var content = String.UnicodeScalarView()
    private var width = 0
    private var margin: Unicode.Scalar?
    private var marker: Unicode.Scalar?

    /// Takes the next character, which is `width` columns wide.
    mutating func append(_ scalar: Unicode.Scalar, width step: Int) {
      if margin == nil {
        margin = scalar
      } else {
        if let marker { content.append(marker) }
        marker = scalar
      }
      width += step
    }

    /// The cell, or nil when it is not laid out as psql does; `width` is the whole segment.
    func finish(width segment: Int) -> PSQLCell? {
      // `.` and `…` in the margin or as the marker: psql wrapped the value and hid its blanks.
      guard margin ?? " " == " " else { return nil }
      var all = content
      var continues = false
      if let marker {
        if width == segment {
          switch marker {
          case " ": break
          case "+", "↵": continues = true
          default: return nil
          }
        } else {
          all.append(marker)
        }
      }
      return PSQLCell(text: String(String(all).trimmed), continues: continues)
    }
  }
}
