internal import GonogoCore
internal import GonogoSandbox
internal import GonogoStore

/// What a later run would believe and commands of this one could write: the checklist and the files
/// read with it, and whatever checklists and sidecars lie beside it.
///
/// A sidecar that is not there cannot be kept from being made without leaving an empty file on the
/// host; so it is told that it was.
struct NeighbourWatch {
  /// What became of files while commands ran.
  struct Changes {
    var appeared: [String] = []
    var changed: [String] = []
    var gone: [String] = []

    /// One sentence for each, for the operator.
    var sentences: [String] {
      [(appeared, "appeared"), (changed, "changed"), (gone, "went away")].flatMap { files, what in
        files.map { "\($0) \(what) while the commands ran: read it before you go by it" }
      }
    }

    /// The record of it; nil when there is nothing to record.
    var members: JSONObject? {
      if appeared.isEmpty, changed.isEmpty, gone.isEmpty { return nil }
      return [JSONMember("ev", "neighbours")]
        + [("appeared", appeared), ("changed", changed), ("gone", gone)].map { name, files in
          JSONMember(name, .array(files.map { .string($0) }))
        }
    }
  }

  private let folder: String
  private let named: [String]
  private let before: [String: [FileStamp]]

  /// Notes what there is now beside `document`, and the `others` that were read.
  init(document: String, others: [String]) {
    folder = (try? DocumentPaths(source: document))?.folder ?? "."
    named = [document] + others
    before = Self.stamps(folder, named)
  }

  /// What has become of it since.
  func changes() -> Changes {
    var changes = Changes()
    let after = Self.stamps(folder, named)
    for path in Set(before.keys).union(after.keys).sorted() where before[path] != after[path] {
      if before[path] == nil {
        changes.appeared.append(path)
      } else if after[path] == nil {
        changes.gone.append(path)
      } else {
        changes.changed.append(path)
      }
    }
    return changes
  }

  /// The stamps of each file and of what it links to, by its path.
  private static func stamps(_ folder: String, _ named: [String]) -> [String: [FileStamp]] {
    let beside = HostPath.entries(of: folder).map(\.name).filter { name in
      name.hasSuffix(".gonogo.yaml") || (try? DocumentPaths(source: name))?.name != name
    }
    let paths = named + beside.map { folder == "." ? $0 : "\(folder)/\($0)" }
    var stamps: [String: [FileStamp]] = [:]
    for path in paths {
      let own = FileStamp(of: path)
      guard own.identity != nil else { continue }
      stamps[path] = [own] + (HostPath.resolved(path).map { [FileStamp(of: $0)] } ?? [])
    }
    return stamps
  }
}
