#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif
internal import GonogoCore

/// A libpq connection: sends one statement at a time and waits for the answer under a deadline.
///
/// Owns the connection handle and closes it when it goes. A class, because giving up changes it
/// while it is borrowed; it is never shared.
@safe final class Wire {
  private let library: ClientLibrary
  private let secrets: Secrets
  private let tending: Tending
  private var connection: ClientLibrary.Handle
  private var isGivenUp = false

  /// Connects; see `Connection.init`.
  init(
    address: String, timeout: Duration, tending: Tending = .nothing
  ) throws(DatabaseError) {
    self.tending = tending
    library = try ClientLibrary.loaded.get()
    let unreadable = DatabaseError(
      .badAddress, "the connection string cannot be read",
      cure: "write postgres://user@host:port/database")
    guard !address.isEmpty, !address.utf8.contains(0),
      let values = library.secretValues(of: address)
    else { throw unreadable }
    secrets = Secrets(address: address, values: values)
    // What stands before `dbname` gives way to the address, what stands after it does not.
    let milliseconds = timeout.components.seconds * 1000
    unsafe connection = Self.start(
      library,
      [
        ("tcp_user_timeout", String(milliseconds)), ("fallback_application_name", "gonogo"),
        ("dbname", address), ("client_encoding", "UTF8"),
      ])
    guard unsafe connection != nil else {
      throw DatabaseError(.cannotConnect, "libpq has no memory")
    }
    // Without this libpq prints notices on standard error.
    _ = unsafe library.setNoticeProcessor(connection, { _, _ in }, nil)
    try connect(until: Deadline(after: timeout))
    _ = unsafe library.setNonblocking(connection, 1)
  }

  deinit { unsafe library.finish(connection) }

  /// Whether a transaction is open and has not failed.
  var isInTransaction: Bool { unsafe library.isInTransaction(connection) }

  /// Whether no transaction is open.
  var isIdle: Bool { unsafe library.isIdle(connection) }

  /// Sends no more statements; the server ends what is open when the connection closes.
  func giveUp() { isGivenUp = true }

  /// Rolls back what is open. Gives the connection up when that fails.
  func endTransaction() throws(DatabaseError) {
    guard !isGivenUp else { return }
    do throws(DatabaseError) {
      _ = try run("ROLLBACK", until: Deadline(after: .seconds(2)))
    } catch {
      giveUp()
      throw error
    }
    if !isIdle { giveUp() }
  }

  /// Sends one statement and collects its result.
  func run(_ sql: String, until deadline: Deadline) throws(DatabaseError) -> QueryResult {
    guard !isGivenUp else {
      throw DatabaseError(.connectionLost, "the connection was given up after an earlier failure")
    }
    guard unsafe library.send(connection, sql, 0, nil, nil, nil, nil, 0) == 1 else { throw lost() }
    // One row at a time, so that a result that is too large is noticed before it is in memory.
    _ = unsafe library.setSingleRowMode(connection)
    var collector = ResultCollector(library: library, secrets: secrets)
    do throws(DatabaseError) {
      try flush(until: deadline)
      while true {
        while unsafe library.isBusy(connection) == 1 {
          try wait(for: POLLIN, until: deadline)
          if unsafe library.consumeInput(connection) == 0 { throw lost() }
        }
        guard let result = unsafe library.nextResult(connection) else { break }
        let isCopy = unsafe collector.take(result)
        if isCopy {
          giveUp()
          throw DatabaseError(.refused, "the statement began to copy data")
        }
        if collector.isTooLarge { throw collector.tooLarge }
      }
    } catch {
      if error.kind == .timedOut || error.kind == .tooLarge { cancel() }
      throw error
    }
    return try collector.result()
  }

  private func connect(until deadline: Deadline) throws(DatabaseError) {
    var awaited = Int32(POLLOUT)
    while true {
      guard unsafe library.socket(connection) >= 0 else { throw cannotConnect() }
      do throws(DatabaseError) {
        try wait(for: awaited, until: deadline)
      } catch {
        throw DatabaseError(
          .timedOut, "the server did not answer in time",
          cure: "is it running, and reachable from here?")
      }
      switch unsafe library.progress(of: connection) {
      case .connected: return
      case .reading: awaited = Int32(POLLIN)
      case .writing: awaited = Int32(POLLOUT)
      case .failed: throw cannotConnect()
      }
    }
  }

  private func flush(until deadline: Deadline) throws(DatabaseError) {
    while true {
      let left = unsafe library.flush(connection)
      if left == 0 { return }
      if left < 0 { throw lost() }
      // The server may wait for us to read before it reads on.
      try wait(for: Int32(POLLIN) | Int32(POLLOUT), until: deadline)
      if unsafe library.consumeInput(connection) == 0 { throw lost() }
    }
  }

  private func wait(for events: Int32, until deadline: Deadline) throws(DatabaseError) {
    let own = pollfd(
      fd: unsafe library.socket(connection), events: Int16(events), revents: 0)
    while true {
      let beside = tending.descriptors()
      var watched =
        [own] + beside.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
      let left = deadline.millisecondsLeft
      let count = unsafe poll(
        &watched, nfds_t(watched.count), beside.isEmpty ? left : min(left, 1000))
      if count < 0, errno != EINTR { throw lost() }
      if count > 0, watched[0].revents != 0 { return }
      if !beside.isEmpty { tending.tend() }
      if deadline.millisecondsLeft == 0 {
        throw DatabaseError(
          .timedOut, "the server did not answer in time", cure: "allow it more time")
      }
    }
  }

  /// Asks the server to stop, reads what it still says, and gives up when it says nothing.
  private func cancel() {
    if let request = unsafe library.getCancel(connection) {
      var explanation: [CChar] = Array(repeating: 0, count: 256)
      _ = unsafe library.cancel(request, &explanation, 256)
      unsafe library.freeCancel(request)
    }
    let deadline = Deadline(after: .seconds(2))
    do throws(DatabaseError) {
      while true {
        while unsafe library.isBusy(connection) == 1 {
          try wait(for: POLLIN, until: deadline)
          if unsafe library.consumeInput(connection) == 0 { throw lost() }
        }
        guard let result = unsafe library.nextResult(connection) else { return }
        unsafe library.clear(result)
      }
    } catch {
      giveUp()
    }
  }

  private func cannotConnect() -> DatabaseError {
    DatabaseError(.cannotConnect, explanation("the server was not reached"))
  }

  private func lost() -> DatabaseError {
    giveUp()
    return DatabaseError(.connectionLost, explanation("the connection broke"))
  }

  private func explanation(_ otherwise: String) -> String {
    let text = unsafe library.connectionError(connection).map { unsafe String(cString: $0) } ?? ""
    let stripped = secrets.stripped(from: text)
    return stripped.isEmpty ? otherwise : stripped
  }

  /// Begins to connect with `parameters`; libpq copies them.
  private static func start(
    _ library: ClientLibrary, _ parameters: [(keyword: String, value: String)]
  ) -> ClientLibrary.Handle {
    let keywords = unsafe parameters.map { unsafe strdup($0.keyword) }
    let values = unsafe parameters.map { unsafe strdup($0.value) }
    defer {
      unsafe keywords.forEach { text in unsafe free(text) }
      unsafe values.forEach { text in unsafe free(text) }
    }
    let end: [ClientLibrary.Text] = unsafe [nil]
    return unsafe library.connectStart(
      keywords.map { text in unsafe text.map { unsafe UnsafePointer($0) } } + end,
      values.map { text in unsafe text.map { unsafe UnsafePointer($0) } } + end, 1)
  }
}
