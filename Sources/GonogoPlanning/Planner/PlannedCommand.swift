package import GonogoCore
package import GonogoEvidence
package import GonogoShell

/// A command as it would be run.
package struct PlannedCommand: Sendable {
  /// Its position in the plan, from 0.
  package let id: Int
  /// The step it belongs to.
  package let step: Int
  /// The section it stands in.
  package let section: Int
  /// Its text, as it is run.
  package let text: String
  /// Its text as it may be seen: secrets that were put in are left out of it.
  package let shown: String
  /// What the comment above it says, or nil.
  package let label: String?
  /// The commands under the same comment, itself included: those that follow it without a blank
  /// line or another comment. The comment speaks of all of them.
  package internal(set) var group: Range<Int>
  /// The line of its first byte.
  package let line: Int
  /// What it may do to the world.
  package let effect: Effect
  /// Why that is thought.
  package let effectReason: String
  /// The programs it needs.
  package let tools: [String]
  /// True when it writes below `.git`.
  package let writesGit: Bool
  /// What it holds besides its last pipeline.
  package let inner: InnerParts
  /// True when it searches named files and nothing else, so that its status 1 says that nothing fits.
  package let searchesFiles: Bool
  /// Why nothing follows from its success, or nil. What it prints counts all the same.
  package let emptySuccess: EmptySuccess?
  /// True when it only shows something: its success does not say that what it shows is good.
  package let onlyShows: Bool
  /// What it looks at besides its working directory and its input.
  package let lookedAt: LookedAt
  /// Why neither its success nor what it prints tells anything of the machine, or nil: the sandbox
  /// shows it something else.
  package internal(set) var blindness: String?
  /// What makes it unfit to run by itself, or nil.
  package internal(set) var hazard: Hazard?
  /// Why it is left out although its block is run, or nil: its comment says so.
  package internal(set) var refusal: String?
  /// The variables it needs that nothing before it sets.
  package internal(set) var needs: [String] = []
  /// The names of what it will print, as far as its text tells.
  package let predicted: [String]
  /// What its label means.
  package let labelMeaning: Meaning
  /// What its label and text mean.
  package let meaning: Meaning

  /// Why its success tells nothing, or nil; to be put behind its name.
  package var silence: String? { blindness ?? emptySuccess?.text }

  /// True when it may fail, or miss what it looks for, and succeed all the same.
  package var hidesFailure: Bool { blindness != nil || emptySuccess?.hidesFailure == true }

  /// How people name it: its label, else the beginning of its text.
  package var name: String {
    if let label, !label.isEmpty { return label }
    let first = shown.split(separator: "\n").first.map(String.init) ?? shown
    return first.count > 60 ? String(first.prefix(59)) + "…" : first
  }
}
