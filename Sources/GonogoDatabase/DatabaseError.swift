/// Why a database could not be asked, or what it answered instead of a result.
///
/// No field ever holds a connection string or a password.
package struct DatabaseError: Error, Sendable, Hashable {
  /// What kind of failure it is.
  package enum Kind: String, Sendable, Hashable {
    /// libpq is not installed or too old.
    case libraryMissing
    /// The connection string cannot be read.
    case badAddress
    /// The server was not reached or did not let us in.
    case cannotConnect
    /// It took longer than the caller allows; the statement was cancelled.
    case timedOut
    /// The statement was not sent, because it is not what the caller allows.
    case refused
    /// The server answered with an error; `sqlState` says which.
    case server
    /// The connection broke; nothing was changed.
    case connectionLost
    /// The connection broke while a change was being committed; nobody knows whether it was.
    case outcomeUnknown
    /// The result is larger than the caller allows; nothing was changed.
    case tooLarge
    /// The result is not the single value that was asked for.
    case notOneValue
  }

  /// What kind of failure it is.
  package let kind: Kind
  /// What happened, one sentence, as the server or libpq says it where they do.
  package let message: String
  /// The five characters of SQLSTATE (PostgreSQL manual, appendix A), when the server sent them.
  package let sqlState: String?
  /// Where in the statement, in characters from 1.
  package let position: Int?
  /// The server's detail.
  package let detail: String?
  /// The server's hint.
  package let hint: String?
  /// What to do about it, when we know.
  package let cure: String?

  /// An error; see the properties.
  package init(
    _ kind: Kind, _ message: String, sqlState: String? = nil, position: Int? = nil,
    detail: String? = nil, hint: String? = nil, cure: String? = nil
  ) {
    self.kind = kind
    self.message = message
    self.sqlState = sqlState
    self.position = position
    self.detail = detail
    self.hint = hint
    self.cure = cure
  }
}
