/// Copies the results of one statement out of libpq, row by row, and frees them.
@safe struct ResultCollector {
  private let library: ClientLibrary
  private let secrets: Secrets
  private var columns: [Column] = []
  private var rows: [[String?]] = []
  private var bytes = 0
  private var commandTag = ""
  private var failure: DatabaseError?

  /// A collector for one statement.
  init(library: ClientLibrary, secrets: Secrets) {
    self.library = library
    self.secrets = secrets
  }

  /// Whether more has come than a result may have.
  var isTooLarge: Bool { rows.count > Connection.mostRows || bytes > Connection.mostBytes }

  /// The error for that.
  var tooLarge: DatabaseError {
    DatabaseError(
      .tooLarge,
      "the result has more than \(Connection.mostRows) rows or \(Connection.mostBytes >> 20) MiB",
      cure: "count or aggregate in the query, or add LIMIT")
  }

  /// Takes over `result`, which is freed before this returns. True when the server has switched to
  /// copying, from which there is no way back.
  mutating func take(_ result: OpaquePointer) -> Bool {
    defer { unsafe library.clear(result) }
    switch unsafe library.kind(of: result) {
    case .rows: unsafe copyRows(result)
    case .done: unsafe copyTag(result)
    case .failure: if failure == nil { failure = unsafe error(result) }
    case .copy: return true
    }
    return false
  }

  /// What the statement returned, after its last result has been taken.
  ///
  /// - Throws: `server` or `timedOut`, as the server reported it.
  func result() throws(DatabaseError) -> QueryResult {
    if let failure { throw failure }
    return QueryResult(columns: columns, rows: rows, commandTag: commandTag)
  }

  private mutating func copyRows(_ result: OpaquePointer) {
    let width = unsafe library.columnCount(result)
    if columns.isEmpty {
      columns = (0..<width).map { index in
        Column(
          name: unsafe library.columnName(result, index).map { unsafe String(cString: $0) } ?? "",
          typeIdentifier: unsafe library.columnType(result, index))
      }
    }
    for row in 0..<(unsafe library.rowCount(result)) {
      var cells: [String?] = []
      for column in 0..<width {
        guard unsafe library.isNull(result, row, column) == 0,
          let text = unsafe library.value(result, row, column)
        else {
          cells.append(nil)
          continue
        }
        bytes += Int(unsafe library.length(result, row, column))
        cells.append(unsafe String(cString: text))
      }
      bytes += 16
      rows.append(cells)
    }
    unsafe copyTag(result)
  }

  private mutating func copyTag(_ result: OpaquePointer) {
    let tag = unsafe library.commandTag(result).map { unsafe String(cString: $0) } ?? ""
    if !tag.isEmpty { commandTag = tag }
  }

  private func error(_ result: OpaquePointer) -> DatabaseError {
    let state = unsafe library.field(.sqlState, of: result)
    let message = unsafe library.field(.message, of: result) ?? "the server reported an error"
    // query_canceled: the server's time limit, or our own request.
    let isTimeout = state == "57014"
    return DatabaseError(
      state == nil ? .connectionLost : isTimeout ? .timedOut : .server,
      secrets.stripped(from: message), sqlState: state,
      position: unsafe library.field(.position, of: result).flatMap { Int($0) },
      detail: unsafe library.field(.detail, of: result).map(secrets.stripped),
      hint: unsafe library.field(.hint, of: result).map(secrets.stripped),
      cure: isTimeout ? "allow it more time" : nil)
  }
}
