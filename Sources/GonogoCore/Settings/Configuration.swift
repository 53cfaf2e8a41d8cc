/// What an operator or a team has written down for all checklists, outside of any of them.
package struct Configuration: Sendable {
  /// One entry of a list.
  package struct Entry: Sendable, Equatable {
    /// What it says.
    package let text: String
    /// Where that stands in the file.
    package let location: SourceLocation

    /// An entry.
    package init(text: String, location: SourceLocation) {
      self.text = text
      self.location = location
    }
  }

  /// The file, as shown in messages.
  package let file: String
  /// Programs that are granted what they need of the home.
  package let grants: [Entry]
  /// Files and folders that commands may read.
  package let shares: [Entry]
  /// Names of variables that commands are given.
  package let variables: [Entry]
  /// The file that says who may sign as what, or nil.
  package let allowedSigners: Entry?

  /// A configuration; see the properties.
  package init(
    file: String, grants: [Entry], shares: [Entry], variables: [Entry], allowedSigners: Entry?
  ) {
    self.file = file
    self.grants = grants
    self.shares = shares
    self.variables = variables
    self.allowedSigners = allowedSigners
  }
}
