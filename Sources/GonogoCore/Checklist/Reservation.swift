/// What a comment inside a block says against running some of its commands.
package struct Reservation: Sendable, Equatable {
  /// What it says.
  package enum Kind: Sendable {
    /// Not to run them.
    case forbidden
    /// That they are for something having gone wrong.
    case conditional
    /// That they are for some case, place or time only.
    case open
  }

  /// What it says.
  package let kind: Kind
  /// Its line within the script, from 0.
  package let line: Int
  /// True when it stands above the commands it speaks of, not behind one.
  package let isAlone: Bool
  /// The comment without the sign that opens it.
  package let text: String

  /// A reservation; see the properties.
  package init(_ kind: Kind, line: Int, isAlone: Bool, text: String) {
    self.kind = kind
    self.line = line
    self.isAlone = isAlone
    self.text = text
  }
}
