/// A share of ticked boxes and what it means: "90-100% = GO".
package struct ScoreBand: Sendable, Equatable {
  /// The least share that lies in it, in percent from 0 to 100.
  package let lowest: Double
  /// True when the author says that it is a GO, false when it is none, nil for anything between.
  package let isGo: Bool?
  /// What its author calls it.
  package let name: String

  /// A band.
  package init(lowest: Double, isGo: Bool?, name: String) {
    self.lowest = lowest
    self.isGo = isGo
    self.name = name
  }
}
