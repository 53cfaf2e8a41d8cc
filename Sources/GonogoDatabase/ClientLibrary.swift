import CPostgreSQL

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// libpq, loaded when a database is first asked for: linking it would cost every start of the
/// program several milliseconds.
///
/// The only file that knows libpq's header. Every member is the function of that name (PostgreSQL
/// manual, "libpq"); a connection is an opaque pointer that `finish` frees, a result one that
/// `clear` frees. Texts that libpq returns belong to the connection or result they come from. The
/// library is never unloaded.
@safe struct ClientLibrary: Sendable {
  typealias Handle = OpaquePointer?
  typealias Text = UnsafePointer<CChar>?

  /// What a connection attempt waits for.
  enum Progress: Sendable {
    case reading
    case writing
    case connected
    case failed
  }

  /// What a result is.
  enum ResultKind: Sendable {
    case rows
    case done
    case failure
    case copy
  }

  /// Parts of an error report.
  enum ErrorField: Sendable {
    case sqlState
    case message
    case detail
    case hint
    case position
  }

  let connectStart:
    @Sendable @convention(c) (UnsafePointer<Text>?, UnsafePointer<Text>?, Int32)
      -> Handle
  let finish: @Sendable @convention(c) (Handle) -> Void
  let connectionError: @Sendable @convention(c) (Handle) -> Text
  let socket: @Sendable @convention(c) (Handle) -> Int32
  let setNonblocking: @Sendable @convention(c) (Handle, Int32) -> Int32
  let send:
    @Sendable @convention(c) (
      Handle, Text, Int32, UnsafeRawPointer?, UnsafeRawPointer?, UnsafeRawPointer?,
      UnsafeRawPointer?, Int32
    ) -> Int32
  let setSingleRowMode: @Sendable @convention(c) (Handle) -> Int32
  let flush: @Sendable @convention(c) (Handle) -> Int32
  let consumeInput: @Sendable @convention(c) (Handle) -> Int32
  let isBusy: @Sendable @convention(c) (Handle) -> Int32
  let nextResult: @Sendable @convention(c) (Handle) -> Handle
  let getCancel: @Sendable @convention(c) (Handle) -> Handle
  let freeCancel: @Sendable @convention(c) (Handle) -> Void
  let cancel: @Sendable @convention(c) (Handle, UnsafeMutablePointer<CChar>?, Int32) -> Int32
  let clear: @Sendable @convention(c) (Handle) -> Void
  let rowCount: @Sendable @convention(c) (Handle) -> Int32
  let columnCount: @Sendable @convention(c) (Handle) -> Int32
  let columnName: @Sendable @convention(c) (Handle, Int32) -> Text
  let columnType: @Sendable @convention(c) (Handle, Int32) -> UInt32
  let isNull: @Sendable @convention(c) (Handle, Int32, Int32) -> Int32
  let value: @Sendable @convention(c) (Handle, Int32, Int32) -> Text
  let length: @Sendable @convention(c) (Handle, Int32, Int32) -> Int32
  let commandTag: @Sendable @convention(c) (Handle) -> Text
  let setNoticeProcessor:
    @Sendable @convention(c) (
      Handle, (@convention(c) (UnsafeMutableRawPointer?, Text) -> Void)?, UnsafeMutableRawPointer?
    ) -> UnsafeRawPointer?

  private let connectPoll: @Sendable @convention(c) (Handle) -> PostgresPollingStatusType
  private let transactionStatus: @Sendable @convention(c) (Handle) -> PGTransactionStatusType
  private let resultStatus: @Sendable @convention(c) (Handle) -> ExecStatusType
  private let resultErrorField: @Sendable @convention(c) (Handle, Int32) -> Text
  private let parse:
    @Sendable @convention(c) (
      Text, UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
    ) -> UnsafeMutablePointer<PQconninfoOption>?
  private let freeParsed: @Sendable @convention(c) (UnsafeMutablePointer<PQconninfoOption>?) -> Void
  private let freeMemory: @Sendable @convention(c) (UnsafeMutableRawPointer?) -> Void

  /// The library, loaded by the first use of this value.
  static let loaded = Result { () throws(DatabaseError) in try ClientLibrary() }

  private init() throws(DatabaseError) {
    #if os(Linux)
      let name = "libpq.so.5"
    #else
      let name = "libpq.5.dylib"
    #endif
    guard let library = unsafe dlopen(name, RTLD_NOW | RTLD_LOCAL) else {
      throw DatabaseError(
        .libraryMissing, "PostgreSQL's client library \(name) cannot be loaded",
        cure: "apt-get install libpq5")
    }
    func function<Function>(_ symbol: String) throws(DatabaseError) -> Function {
      guard let address = unsafe dlsym(library, symbol) else {
        throw DatabaseError(
          .libraryMissing, "PostgreSQL's client library \(name) lacks \(symbol)",
          cure: "apt-get install libpq5, version 12 or later")
      }
      return unsafe unsafeBitCast(address, to: Function.self)
    }
    unsafe connectStart = try function("PQconnectStartParams")
    unsafe finish = try function("PQfinish")
    unsafe connectionError = try function("PQerrorMessage")
    unsafe socket = try function("PQsocket")
    unsafe setNonblocking = try function("PQsetnonblocking")
    unsafe send = try function("PQsendQueryParams")
    unsafe setSingleRowMode = try function("PQsetSingleRowMode")
    unsafe flush = try function("PQflush")
    unsafe consumeInput = try function("PQconsumeInput")
    unsafe isBusy = try function("PQisBusy")
    unsafe nextResult = try function("PQgetResult")
    unsafe getCancel = try function("PQgetCancel")
    unsafe freeCancel = try function("PQfreeCancel")
    unsafe cancel = try function("PQcancel")
    unsafe clear = try function("PQclear")
    unsafe rowCount = try function("PQntuples")
    unsafe columnCount = try function("PQnfields")
    unsafe columnName = try function("PQfname")
    unsafe columnType = try function("PQftype")
    unsafe isNull = try function("PQgetisnull")
    unsafe value = try function("PQgetvalue")
    unsafe length = try function("PQgetlength")
    unsafe commandTag = try function("PQcmdStatus")
    unsafe setNoticeProcessor = try function("PQsetNoticeProcessor")
    unsafe connectPoll = try function("PQconnectPoll")
    unsafe transactionStatus = try function("PQtransactionStatus")
    unsafe resultStatus = try function("PQresultStatus")
    unsafe resultErrorField = try function("PQresultErrorField")
    unsafe parse = try function("PQconninfoParse")
    unsafe freeParsed = try function("PQconninfoFree")
    unsafe freeMemory = try function("PQfreemem")
  }

  /// Goes on with connecting and says what it waits for.
  func progress(of connection: Handle) -> Progress {
    switch unsafe connectPoll(connection) {
    case PGRES_POLLING_OK: .connected
    case PGRES_POLLING_READING: .reading
    case PGRES_POLLING_WRITING: .writing
    default: .failed
    }
  }

  /// Whether no transaction is open and none has failed.
  func isIdle(_ connection: Handle) -> Bool {
    unsafe transactionStatus(connection) == PQTRANS_IDLE
  }

  /// Whether a transaction is open and has not failed.
  func isInTransaction(_ connection: Handle) -> Bool {
    unsafe transactionStatus(connection) == PQTRANS_INTRANS
  }

  /// What `result` is; the caller still owns it.
  func kind(of result: Handle) -> ResultKind {
    switch unsafe resultStatus(result) {
    case PGRES_SINGLE_TUPLE, PGRES_TUPLES_OK: .rows
    case PGRES_COMMAND_OK, PGRES_EMPTY_QUERY: .done
    case PGRES_COPY_IN, PGRES_COPY_OUT, PGRES_COPY_BOTH: .copy
    default: .failure
    }
  }

  /// One part of the error report `result`, copied.
  func field(_ field: ErrorField, of result: Handle) -> String? {
    let code =
      switch field {
      case .sqlState: "C"
      case .message: "M"
      case .detail: "D"
      case .hint: "H"
      case .position: "P"
      }
    let letter = code.utf8.first.map(Int32.init) ?? 0
    return unsafe resultErrorField(result, letter).map { unsafe String(cString: $0) }
  }

  /// The secret values in `address` (passwords), decoded; nil when libpq cannot read it. libpq's
  /// own explanation is dropped, because it quotes what it could not read.
  func secretValues(of address: String) -> [String]? {
    var explanation: UnsafeMutablePointer<CChar>?
    guard let options = unsafe parse(address, &explanation) else {
      unsafe freeMemory(explanation)
      return nil
    }
    defer { unsafe freeParsed(options) }
    var secrets: [String] = []
    var index = 0
    while let keyword = unsafe options[index].keyword {
      if let value = unsafe options[index].val,
        unsafe ["password", "sslpassword"].contains(String(cString: keyword))
      {
        secrets.append(unsafe String(cString: value))
      }
      index += 1
    }
    return secrets
  }
}
