/// Goes through a list of words line by line: a name, a sign behind it, phrases. Lines without the
/// sign and comments, which begin with a hash, are passed over.
package struct ListedLines {
  private let list: [UInt8]
  /// The next byte.
  package var place = 0
  /// Whether the place is in a line that was begun.
  private var isInside = false
  /// The last line's name and where it stands: neighbours mostly have the same.
  private var last: (name: String, place: Range<Int>) = ("", 0..<0)

  /// The lines of `list`, UTF-8.
  package init(_ list: [UInt8]) { self.list = list }

  /// Goes to the next line that has `sign`, and to the sign; returns what stands before it, or nil at
  /// the end.
  package mutating func next(before sign: UInt8) -> String? {
    if isInside { skipLine() }
    isInside = true
    while place < list.count {
      let start = place
      if list[start] != UInt8(ascii: "#") {
        while place < list.count, list[place] != sign, list[place] != 0x0A { place += 1 }
        if place < list.count, list[place] == sign { return name(start..<place) }
      }
      skipLine()
    }
    return nil
  }

  private mutating func name(_ place: Range<Int>) -> String {
    guard !list[place].elementsEqual(list[last.place]) else { return last.name }
    last = (String(decoding: list[place], as: UTF8.self), place)
    return last.name
  }

  /// Goes past blanks and a word to the blank behind it; false when the line ends before.
  package mutating func skipWord() -> Bool {
    while stands(at: 0x20) { place += 1 }
    while place < list.count, list[place] > 0x20 { place += 1 }
    return stands(at: 0x20)
  }

  /// True when the next byte is `sign`.
  package func stands(at sign: UInt8) -> Bool { place < list.count && list[place] == sign }

  /// Takes the bytes up to `separator` or the end of the line.
  package mutating func takePhrase(before separator: UInt8) -> ArraySlice<UInt8> {
    let start = place
    while place < list.count, list[place] != separator, list[place] != 0x0A { place += 1 }
    return list[start..<place]
  }

  private mutating func skipLine() {
    while place < list.count, list[place] != 0x0A { place += 1 }
    place += 1
  }
}
