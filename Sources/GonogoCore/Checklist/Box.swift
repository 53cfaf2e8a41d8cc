/// A checkbox as its author drew it.
package struct Box: Sendable, Equatable {
  /// How it is drawn.
  package enum Style: Sendable, Equatable {
    /// `[ ]` and `[x]`; the range is the byte between the brackets.
    case brackets
    /// `☐` and `☑`; the range is the sign.
    case ballot
    /// `⬜` and `✅`; the range is the sign.
    case square
    /// `□`, and `☑` when ticked, since `■` opens headings; the range is the sign.
    case outline
    /// A circle, and `◉` when ticked; the range is the sign.
    case circle
  }

  /// The bytes that say whether it is ticked.
  package let range: Range<Int>
  /// How it is drawn.
  package let style: Style
  /// True when the author's box is ticked already.
  package let isTicked: Bool

  /// A box; see the properties.
  package init(_ range: Range<Int>, style: Style = .brackets, isTicked: Bool = false) {
    self.range = range
    self.style = style
    self.isTicked = isTicked
  }

  /// What stands in `range` once it is ticked, or once it is not.
  package func text(ticked: Bool) -> String {
    switch style {
    case .brackets: ticked ? "x" : " "
    case .ballot: ticked ? "☑" : "☐"
    case .square: ticked ? "✅" : "⬜"
    case .outline: ticked ? "☑" : "□"
    case .circle: ticked ? "◉" : "◯"
    }
  }
}
