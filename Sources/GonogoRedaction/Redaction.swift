package import GonogoCore

/// Takes secrets out of whole texts.
package enum Redaction {
  /// `text` without the secrets of `tables`.
  package static func clean(_ text: String, _ tables: SecretTables) -> String {
    var text = text
    let bytes = text.withUTF8 { unsafe Array($0) }
    let clean = clean(bytes, tables)
    return clean == bytes ? text : String(decoding: clean, as: UTF8.self)
  }

  /// The names of what `clean` takes out of `text`, in their order.
  package static func names(in text: String, _ tables: SecretTables) -> [String] {
    var redactor = Redactor(tables)
    var result: [UInt8] = []
    redactor.redact(Array(text.utf8)[...], into: &result)
    redactor.finish(into: &result)
    return redactor.counts.keys.sorted()
  }

  /// `bytes` without the secrets of `tables`.
  package static func clean(_ bytes: [UInt8], _ tables: SecretTables) -> [UInt8] {
    var redactor = Redactor(tables)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    redactor.redact(bytes[...], into: &result)
    redactor.finish(into: &result)
    return result
  }

  /// `text` without terminal control and without secrets, as `OutputCollector` passes it on.
  package static func plain(_ text: String, _ tables: SecretTables) -> String {
    var stripper = EscapeStripper()
    var plain: [UInt8] = []
    stripper.strip(Array(text.utf8)[...], into: &plain)
    stripper.finish(into: &plain)
    return String(decoding: clean(plain, tables), as: UTF8.self)
  }

  /// `value` with every text in it cleaned but those of members whose names are in `kept`, which
  /// hold words of ours and digests.
  package static func clean(
    _ value: JSONValue, _ tables: SecretTables, keeping kept: Set<String>
  ) -> JSONValue {
    switch value {
    case .string(let text): .string(clean(text, tables))
    case .array(let list): .array(list.map { clean($0, tables, keeping: kept) })
    case .object(let members):
      .object(
        members.map { member in
          if kept.contains(member.name), member.value.stringValue != nil { return member }
          return JSONMember(
            clean(member.name, tables), clean(member.value, tables, keeping: kept))
        })
    case .null, .bool, .integer, .number: value
    }
  }
}
