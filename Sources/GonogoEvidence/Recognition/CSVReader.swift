/// A strict reader of comma-separated values (RFC 4180).
enum CSVReader {
  /// The records of `text`, all with as many fields as the first; nil when it is anything else.
  static func records(in text: String) -> [[String]]? {
    var records: [[String]] = []
    var record: [String] = []
    var field: [UInt8] = []
    var isQuoted = false
    var wasQuoted = false
    let bytes = Array(text.utf8)
    var index = 0
    func closeField() {
      record.append(String(decoding: field, as: UTF8.self))
      field = []
      wasQuoted = false
    }
    func closeRecord() -> Bool {
      closeField()
      records.append(record)
      record = []
      return records[0].count == records[records.count - 1].count
    }
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if isQuoted {
        if byte != UInt8(ascii: "\"") {
          field.append(byte)
        } else if index < bytes.count, bytes[index] == byte {
          field.append(byte)
          index += 1
        } else {
          isQuoted = false
          wasQuoted = true
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""):
        guard field.isEmpty, !wasQuoted else { return nil }
        isQuoted = true
      case UInt8(ascii: ","): closeField()
      case .lineFeed:
        if !closeRecord() { return nil }
      case .carriageReturn where index < bytes.count && bytes[index] == .lineFeed: break
      default:
        if wasQuoted { return nil }
        field.append(byte)
      }
    }
    if isQuoted { return nil }
    if !record.isEmpty || !field.isEmpty || wasQuoted, !closeRecord() { return nil }
    return records.isEmpty ? nil : records
  }
}
