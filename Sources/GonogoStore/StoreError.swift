/// Why something could not be kept or read: what was tried, on which path, what the system said and
/// what to do about it.
package struct StoreError: Error, Sendable, Hashable {
  /// What was tried, as a verb that stands before the path: `read`, `write`, `create`.
  package let operation: String
  /// The path it was tried on.
  package let path: String
  /// What the system said, or what is wrong with the file; without a final stop.
  package let reason: String
  /// What to do about it.
  package let cure: String
  /// True when there is no room left on the device or in the quota.
  package let isNoSpace: Bool
  /// True when the file or folder is not there.
  package let isMissing: Bool
  /// True when something of that name is there already.
  package let isTaken: Bool

  /// An error that the system did not raise but the rules of this module.
  package init(_ operation: String, _ path: String, reason: String, cure: String) {
    self.operation = operation
    self.path = path
    self.reason = reason
    self.cure = cure
    self.isNoSpace = false
    self.isMissing = false
    self.isTaken = false
  }

  /// What the system said, with the cure that fits it.
  init(_ operation: String, _ path: String, _ condition: SystemCondition, detail: String? = nil) {
    self.operation = operation
    self.path = path
    self.reason = detail.map { "\($0): \(condition.text)" } ?? condition.text
    self.cure = condition.cure
    self.isNoSpace = condition.isNoSpace
    self.isMissing = condition.isMissing
    self.isTaken = condition == .exists
  }

  /// `error` as it concerns `path`, when it was raised on a file that the user never named.
  init(copying error: StoreError, operation: String, path: String) {
    self.operation = operation
    self.path = path
    self.reason = error.reason
    self.cure = error.cure
    self.isNoSpace = error.isNoSpace
    self.isMissing = error.isMissing
    self.isTaken = error.isTaken
  }

  /// The error in one line: `cannot write output/x/journal.jsonl: No space left on device`.
  package var message: String { "cannot \(operation) \(path): \(reason)" }
}

extension StoreError: CustomStringConvertible {
  /// The message and what to do.
  package var description: String { "\(message); \(cure)" }
}
