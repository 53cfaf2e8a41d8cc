internal import GonogoCore
internal import GonogoRedaction
internal import GonogoRunner
internal import GonogoStore

/// Writes events into the run's journal, each on the device before it is shown.
struct EventJournal {
  let journal: Journal
  /// The wall clock.
  var now: () -> Int = { HostEnvironment.now }

  /// Appends what must not be lost of an event; what can be worked out again is left out.
  func append(_ event: RunEvent) throws(RunFailure) {
    guard let members = EventRecord.members(event) else { return }
    try append(members)
  }

  /// Appends a record of its own kind.
  func append(_ members: JSONObject) throws(RunFailure) {
    let time = JSONMember("t", .string(Timestamp(now()).iso8601))
    do throws(StoreError) {
      try journal.append([time] + RunText.clean(members))
    } catch {
      throw RunFailure(
        .output, error.message,
        cure: "the run was stopped, because it cannot be recorded; " + error.cure)
    }
  }
}
