/// Where a line of a rules file names the programs that it is about.
enum IndexedVerb {
  /// Nowhere: it is about all programs.
  case global
  /// All its words are programs.
  case list
  /// All its words but the first are.
  case listBehindWord
  /// Its first word names one or more, with bars between them.
  case alternatives

  /// What a line that begins with `verb` is about.
  init(_ verb: ArraySlice<UInt8>) {
    switch verb.first {
    case UInt8(ascii: "f") where verb.elementsEqual("functions".utf8): self = .global
    case UInt8(ascii: "o") where verb.elementsEqual("options".utf8): self = .global
    case UInt8(ascii: "e") where verb.elementsEqual("environment".utf8): self = .global
    case UInt8(ascii: "w") where verb.elementsEqual("words".utf8): self = .list
    case UInt8(ascii: "b") where verb.elementsEqual("builtin".utf8): self = .list
    case UInt8(ascii: "a") where verb.elementsEqual("arguments".utf8): self = .list
    case UInt8(ascii: "l") where verb.elementsEqual("like".utf8): self = .listBehindWord
    case UInt8(ascii: "l") where verb.elementsEqual("language".utf8): self = .listBehindWord
    default: self = .alternatives
    }
  }
}
