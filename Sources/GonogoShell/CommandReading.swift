package import GonogoCore

/// What the text of a command tells about it.
package struct CommandReading: Sendable, Hashable {
  /// What running it may do: the greatest effect of all its parts.
  package var effect: Effect
  /// Which part decides the effect, and why; one sentence without a final stop.
  package var effectReason: String
  /// Programs it needs, in order, each once; no builtins, keywords or functions of its own.
  package var tools: [String]
  /// Variables it expands and does not set before; those a shell sets itself are left out.
  package var reads: [VariableUse]
  /// Variables that have a value after it because of it, in order, each once.
  package var assigns: [String]
  /// Functions and aliases that are defined after it because of it.
  package var defines: Set<String>
  /// True when it writes below `.git`.
  package var writesGit: Bool
  /// True when it does not end by itself.
  package var isEndless: Bool
  /// True when it wants a person at a terminal.
  package var isInteractive: Bool
  /// True when it opens a shell which lines that follow may be meant for.
  package var opensShell: Bool
  /// True when it opens a prompt of another language (a database's, an interpreter's) which lines
  /// that follow may be meant for.
  package var opensPrompt = false
  /// True when nothing is known of the program it begins with.
  package var beginsUnknown = false
  /// What it holds besides its last pipeline.
  package var inner: InnerParts
  /// True when it searches named files and nothing else, so that its status 1 says that nothing fits.
  package var searchesFiles = false
  /// What it looks at.
  package var lookedAt = LookedAt()
  /// True when it only shows something: that it succeeded does not say that what it shows is good.
  package var onlyShows = false
  /// Why its success proves nothing ("only tries it out"), or nil.
  package var tries: String?
  /// What it destroys, "files and folders (`rm -r`)", or nil when nothing in its words says so.
  package var destroys: String?
}
