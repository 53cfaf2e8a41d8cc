/// A block that ran in the background of a run.
package struct BackgroundRun: Sendable, Equatable {
  /// How it ended.
  package enum Ending: String, Sendable {
    /// All its commands had come to an end of their own.
    case byItself = "by itself"
    /// It was still running at the end of the document, and gonogo ended it.
    case byGonogo = "by gonogo"
    /// It ended with an earlier part of the run, which was interrupted; how is not known.
    case withRun = "with the run"
  }

  /// The step's position in the document.
  package let step: Int
  /// When it was started, in seconds since 1970-01-01 UTC.
  package let since: Int
  /// When it ended, likewise, or nil when that is not known.
  package let until: Int?
  /// How it ended.
  package let ending: Ending

  /// A block that ran; see the properties.
  package init(step: Int, since: Int, until: Int?, ending: Ending) {
    self.step = step
    self.since = since
    self.until = until
    self.ending = ending
  }
}
