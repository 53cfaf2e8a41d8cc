internal import GonogoCore

/// The words that one place of the readers asks for, from the data file `Words/lists.words`: who adds a
/// language or a word does it there. Phrases that several places ask for are in `ProseWords`.
enum WordList {
  private static let list: [UInt8] = PackageResources.lists_words

  /// Where the words of each list stand in the file: only those that are asked for are read.
  private static let places: [String: [Int]] = {
    var places: [String: [Int]] = [:]
    places.reserveCapacity(256)
    var lines = ListedLines(list)
    while let name = lines.next(before: UInt8(ascii: ":")) {
      places[name, default: []].append(lines.place + 1)
    }
    return places
  }()

  /// The names of all lists.
  static var names: [String] { Array(places.keys) }

  /// The words of the list called `name`; that there is one, a test makes sure of.
  static func words(_ name: String) -> Set<String> {
    let bar = UInt8(ascii: "|")
    var words: Set<String> = []
    for start in places[name] ?? [] {
      let end = list[start...].firstIndex(of: UInt8(ascii: "\n")) ?? list.endIndex
      for word in list[start..<end].split(separator: bar) {
        let bare = word.drop { $0 == 0x20 }
        let length = bare.reversed().drop { $0 == 0x20 }.count
        words.insert(String(decoding: bare.prefix(length), as: UTF8.self))
      }
    }
    return words
  }
}
