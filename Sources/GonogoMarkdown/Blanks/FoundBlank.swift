internal import GonogoCore

/// A blank as found, before anybody knows its section.
struct FoundBlank {
  var range: Range<Int>
  var label: String
  var shape = Blank.Shape.underscores
  var unit: Unit?
  var hint: String?
  var options: [Blank.Option] = []
  /// True when it stands in the text of a fence, where nothing is markup.
  var isInFence = false
  /// True when what is around it says that it belongs to a person.
  var isPersonal = false

  /// True when it is more room to write, which only a person can fill and may leave empty.
  var isRoom = false

  /// True when it is one only if others of its shape stand in the open.
  var isTentative = false

  /// The words that can be picked.
  var words: [String] { options.map(\.text) }
}
