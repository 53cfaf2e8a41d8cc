/// The folder of one run, `output/NAME/RUN-ID/`, and what lies in it.
package struct RunFolder: Sendable, Hashable {
  /// One of the two streams of a command.
  package enum Stream: String, Sendable, Hashable, CaseIterable {
    /// Standard output.
    case stdout
    /// Standard error.
    case stderr
  }

  /// The folder.
  package let path: String
  /// The document's name.
  package let name: String
  /// The run's identifier.
  package let id: String

  /// The completed document.
  package var completedDocument: String { "\(path)/\(name).completed.md" }
  /// The completed document once it is signed.
  package var signedDocument: String { "\(path)/\(name).signed.md" }
  /// The journal.
  package var journal: String { "\(path)/journal.jsonl" }
  /// The result for machines.
  package var result: String { "\(path)/run.json" }
  /// The folder of the redacted outputs.
  package var evidence: String { "\(path)/evidence" }

  /// The file for one stream of one command, in `evidence`: `evidence/2.1-3-1.stdout`.
  ///
  /// - Parameters:
  ///   - section: what identifies the section; bytes that are not safe in a name are encoded, and
  ///     different texts never give the same file.
  ///   - step: the step's number in its section.
  ///   - command: the command's number in its step.
  ///   - stream: which of its outputs.
  /// - Returns: the path of the file.
  package func evidenceFile(section: String, step: Int, command: Int, _ stream: Stream) -> String {
    "\(evidence)/\(PathPart.encoded(section))-\(step)-\(command).\(stream.rawValue)"
  }

  /// The folder of a run that exists; nothing is looked at or made.
  ///
  /// - Throws: `StoreError` when `name` or `id` is not one part of a path.
  package init(output: String, name: String, id: String) throws(StoreError) {
    // The longest name that is made of it must still be one that a file system takes.
    guard PathPart.isSafe(name), name.utf8.count <= 255 - ".completed.md".utf8.count else {
      throw StoreError(
        "use", name, reason: "not a name for a folder", cure: "give the document a shorter name")
    }
    guard PathPart.isSafe(id), id.utf8.count <= 255 else {
      throw StoreError("use", id, reason: "not a run identifier", cure: "see gonogo history")
    }
    let base = output.isEmpty ? "." : output
    self.path = base.hasSuffix("/") ? "\(base)\(name)/\(id)" : "\(base)/\(name)/\(id)"
    self.name = name
    self.id = id
  }

  /// Makes the folder of a new run, with an `evidence` folder in it, both for the owner alone (0700).
  ///
  /// Where no `.gitignore` of ours covers it yet, one that hides everything is put into the first
  /// folder that had to be made, or else into `output/NAME`, so that a checked repository does not
  /// look changed.
  ///
  /// - Throws: `StoreError` when a folder cannot be made, when the run's folder exists already, or
  ///   when `output/NAME` is a symbolic link.
  package static func create(output: String, name: String, id: String) throws(StoreError)
    -> RunFolder
  {
    let run = try RunFolder(output: output, name: name, id: id)
    let documentFolder = FileSystem.folder(of: run.path)
    let outputFolder = FileSystem.folder(of: documentFolder)
    let firstNew = try makeFolders(outputFolder)
    if let firstNew { try ignoreEverything(in: firstNew) }

    switch try FileSystem.entry(documentFolder) {
    case .nothing, .folder: break
    case .link, .other:
      // A link in a repository one merely checks could lead the run's files anywhere.
      throw StoreError(
        "create", documentFolder, reason: "something that is not a folder is there",
        cure: "remove it, or choose another place with --output")
    }
    if try FileSystem.makeFolder(documentFolder, mode: 0o777) {
      try FileSystem.syncFolder(outputFolder)
    }
    if firstNew == nil, !hidesEverything(outputFolder),
      try FileSystem.entry("\(documentFolder)/.gitignore") == .nothing
    {
      try ignoreEverything(in: documentFolder)
    }
    for folder in [run.path, run.evidence] {
      guard try FileSystem.makeFolder(folder, mode: 0o700) else {
        throw StoreError("create", folder, .exists)
      }
    }
    try FileSystem.syncFolder(run.path)
    try FileSystem.syncFolder(documentFolder)
    return run
  }

  /// Makes `path` and the folders on the way to it; returns the first one that was missing.
  private static func makeFolders(_ path: String) throws(StoreError) -> String? {
    var firstNew: String?
    var end = path.startIndex
    while end < path.endIndex {
      let rest = path[end...].drop { $0 == "/" }
      end = rest.firstIndex(of: "/") ?? path.endIndex
      let folder = String(path[..<end])
      if folder.allSatisfy({ $0 == "/" }) { continue }
      if try FileSystem.makeFolder(folder, mode: 0o777) {
        try FileSystem.syncFolder(FileSystem.folder(of: folder))
        firstNew = firstNew ?? folder
      }
    }
    return firstNew
  }

  private static let ignoreRule = Array("*\n".utf8)

  private static func ignoreEverything(in folder: String) throws(StoreError) {
    try AtomicFile.write(ignoreRule, to: "\(folder)/.gitignore", mode: 0o644)
  }

  /// True when the folder's `.gitignore` is ours; anyone else's may show again what it hid.
  private static func hidesEverything(_ folder: String) -> Bool {
    let rules = try? SourceFile.read("\(folder)/.gitignore", limit: 1 << 20)
    return rules == ignoreRule
  }
}
