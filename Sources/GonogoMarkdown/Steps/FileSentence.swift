internal import GonogoCore

/// Sentences above a block that shows what stands in a file.
enum FileSentence {
  /// True for "Your `app.yaml` file should now look like this:": the file is what has to look so.
  static func saysHowItShouldLook(_ sentence: String) -> Bool {
    guard sentence.utf8.count <= 300 else { return false }
    let words = ProseWords.words(in: sentence)
    if let must = words.firstIndex(where: { musts.contains($0) }) {
      // "The output should list the file" is about what comes out.
      let subject = words[..<must].suffix(9)
      guard !subject.contains(where: { printed.contains($0) }) else { return false }
      return subject.contains { files.contains($0) } || namesFile(sentence)
    }
    return sentence.hasWideSigns && wide.contains { sentence.holds($0) }
      && ["应", "應", "はず", "べき"].contains { sentence.holds($0) }
  }

  /// True when a word before the verb is the name of a file of settings: `app.yaml`.
  private static func namesFile(_ sentence: String) -> Bool {
    let endings = [".yaml", ".yml", ".json", ".toml", ".ini", ".conf", ".tf", ".xml", ".env"]
    return sentence.split(separator: " ").prefix(6).contains { word in
      endings.contains { word.hasSuffix($0) }
    }
  }

  private static let musts = WordList.words("FileSentence.musts")
  private static let files = WordList.words("FileSentence.files")
  private static let printed = WordList.words("FileSentence.printed")
  private static let wide = ["文件", "檔案", "清单", "ファイル"]
}
