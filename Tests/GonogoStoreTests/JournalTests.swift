import Foundation
import GonogoCore
import GonogoStore
import Testing

@Suite struct JournalTests {
  private let folder: TemporaryFolder
  private var path: String { folder.path("journal.jsonl") }

  init() throws { folder = try TemporaryFolder() }

  /// Writes `count` records of growing length and gives the file's bytes.
  private func write(_ count: Int) throws -> [UInt8] {
    let journal = try Journal(path: path)
    for number in 0..<count {
      let text = String(repeating: "é\n\"", count: number * 37 % 50)
      try journal.append([.init("event", "output"), .init("text", .string(text))])
    }
    #expect(journal.records == count)
    return try folder.bytes("journal.jsonl")
  }

  @Test func chainsTwoHundredRecords() throws {
    let bytes = try write(200)
    let lines = bytes.split(separator: UInt8(ascii: "\n"))
    let records = try Journal.read(path)
    #expect(records.count == 200)
    #expect(lines.count == 200)
    var previous = String(repeating: "0", count: 64)
    for (index, record) in records.enumerated() {
      #expect(record.index == index)
      #expect(record.value["i"] == .integer(index))
      #expect(record.value["prev"] == .string(previous))
      #expect(record.digest == Digest.sha256(Array(lines[index])))
      previous = record.digest
    }
    #expect(try Journal(path: path).position == (200, previous))
    #expect(try folder.mode("journal.jsonl") == 0o600)
  }

  @Test(.enabled(if: Samples.exists("journal/j.py"), "optional: the shared samples are not here"))
  func isReadByTheReferenceReader() throws {
    let bytes = try write(50)
    let answer = try shell(
      "cd \"$1\" && python3 -B j.py verify \"$2\"", "\(Samples.folder)/journal", path)
    let journal = try Journal(path: path)
    #expect(answer.text == "(50, '\(journal.head)', \(bytes.count))\n")
  }

  @Test(.enabled(if: Samples.exists("journal/j.py"), "optional: the shared samples are not here"))
  func continuesAJournalOfTheReferenceWriter() throws {
    try shell(
      "cd \"$1\" && python3 -B -c 'import j,sys\nq=j.J(sys.argv[1])\nfor n in range(3): q.add(t=n,ev=\"ä\\n\")' \"$2\"",
      "\(Samples.folder)/journal", path)
    let journal = try Journal(path: path)
    try journal.append([.init("ev", "ä\n"), .init("t", 3)])
    #expect(try Journal.read(path).map { $0.value["t"] } == [0, 1, 2, 3])
  }

  @Test func recoversFromACutAtEveryByteOfTheLastThreeRecords() throws {
    let bytes = try write(12)
    let ends = bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }
    for cut in ends[8] + 1..<bytes.count {
      try folder.write(Array(bytes[..<cut]), "journal.jsonl")
      let whole = ends.count { $0 < cut }
      #expect(try Journal.read(path).count == whole)
      let journal = try Journal(path: path)
      #expect(journal.records == whole)
      #expect(journal.droppedBytes == cut - (whole == 0 ? 0 : ends[whole - 1] + 1))
      try journal.append([.init("event", "resumed")])
      let after = try Journal.read(path)
      #expect(after.count == whole + 1)
      #expect(after.last?.value["event"] == "resumed")
      #expect(after.last?.digest == journal.head)
    }
  }

  @Test func findsEveryFlippedBit() throws {
    let bytes = try write(6)
    let (records, head) = try Journal(path: path).position
    var foundByChain = 0
    for offset in bytes.indices {
      var changed = bytes
      changed[offset] ^= 1 << UInt8(offset % 8)
      try folder.write(changed, "journal.jsonl")
      do {
        let read = try Journal.read(path)
        // What the chain cannot see, the signed number and digest do.
        #expect(read.count != records || read.last?.digest != head, "byte \(offset)")
        #expect(
          read.count < 6 || offset > bytes.dropLast().lastIndex(of: 10) ?? 0, "byte \(offset)")
      } catch { foundByChain += 1 }
    }
    #expect(foundByChain > bytes.count / 2)
  }

  @Test(arguments: [[0, 2, 1, 3], [0, 1, 3], [1, 2, 3], [0, 1, 1, 2, 3]])
  func refusesRecordsThatWereMoved(_ order: [Int]) throws {
    let lines = try write(4).split(separator: UInt8(ascii: "\n"))
    try folder.write(order.flatMap { lines[$0] + [10] }, "journal.jsonl")
    #expect(throws: StoreError.self) { _ = try Journal.read(path) }
    #expect(throws: StoreError.self) { _ = try Journal(path: path) }
  }

  @Test(arguments: ["{}\n", "\n", "[]\n", "{\"i\":0}\n", "\0\0\0\n"])
  func refusesLinesThatAreNoRecords(_ text: String) throws {
    try folder.write(Array(text.utf8), "journal.jsonl")
    #expect(throws: StoreError.self) { _ = try Journal(path: path) }
    #expect(try folder.bytes("journal.jsonl") == Array(text.utf8))
  }

  @Test(arguments: ["i", "prev"])
  func refusesEventsThatUseItsOwnNames(_ name: String) throws {
    let journal = try Journal(path: path)
    #expect(throws: StoreError.self) { try journal.append([.init(name, 1)]) }
    try journal.append([.init("event", "good")])
    #expect(journal.records == 1)
  }

  @Test func isOpenOnlyOnceAtATime() throws {
    var first: Journal? = try Journal(path: path)
    try first?.append([.init("event", "started")])
    #expect { _ = try Journal(path: path) } throws: {
      ($0 as? StoreError)?.reason == "another gonogo is writing it"
    }
    first = nil
    #expect(try Journal(path: path).records == 1)
  }

  @Test func neverFollowsALink() throws {
    try folder.write([], "elsewhere")
    try FileManager.default.createSymbolicLink(
      atPath: path, withDestinationPath: folder.path("elsewhere"))
    #expect(throws: StoreError.self) { _ = try Journal(path: path) }
  }

  @Test(arguments: ["/dev/full", "/dev/null"])
  func refusesDevices(_ device: String) {
    #expect(throws: StoreError.self) { _ = try Journal(path: device) }
  }

  @Test func refusesAFIFOWithoutWaiting() throws {
    try shell("mkfifo \"$1\"", path)
    #expect(throws: StoreError.self) { _ = try Journal(path: path) }
    #expect(throws: StoreError.self) { _ = try Journal.read(path) }
  }

  @Test func keepsRecordsOfManyThreadsInOneChain() async throws {
    let journal = try Journal(path: path)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<40 {
        group.addTask { try journal.append([.init("number", .integer(number))]) }
      }
      try await group.waitForAll()
    }
    let numbers = try Journal.read(path).compactMap { $0.value["number"]?.integerValue }
    #expect(numbers.sorted() == Array(0..<40))
  }
}
