/// What the operator let commands use beside what every command sees.
package struct RunGrant: Sendable, Hashable {
  /// The grant's name, or the path that was shared.
  package let name: String
  /// How it was granted: by which option, or at the prompt.
  package let how: String
  /// The files, folders and sockets that it showed, as people read them.
  package let shows: [String]
  /// The names of the variables it gave.
  package let variables: [String]

  /// A grant; see the properties.
  package init(name: String, how: String, shows: [String], variables: [String]) {
    self.name = name
    self.how = how
    self.shows = shows
    self.variables = variables
  }
}
