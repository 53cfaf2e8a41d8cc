internal import GonogoCore

extension RunGrant {
  /// The grant as the journal keeps it.
  var json: JSONValue {
    [
      "name": .string(name), "how": .string(how),
      "shows": .array(shows.map { .string($0) }),
      "variables": .array(variables.map { .string($0) }),
    ]
  }
}

extension RunHistory {
  /// The names of what was granted at the prompt when the run began.
  var askedGrants: [String] {
    (header["grants"]?.arrayValue ?? []).filter { $0["how"]?.stringValue == "asked" }
      .compactMap { $0["name"]?.stringValue }
  }
}
