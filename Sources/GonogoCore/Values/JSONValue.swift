/// A JSON value: what the journal, the machine record and `--format json` are made of.
///
/// Members of an object keep the order in which they were given or read; rendering sorts them.
/// Equality compares strings as Swift does (canonically equivalent spellings are equal); where bytes
/// matter, compare `compactBytes`.
package enum JSONValue: Sendable, Hashable {
  /// `null`.
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// A whole number that fits 64 bits.
  case integer(Int)
  /// Any other number; one that is not finite is rendered as `null`.
  case number(Double)
  /// A text.
  case string(String)
  /// A list.
  case array([JSONValue])
  /// Named values.
  case object(JSONObject)
}

/// The members of a JSON object in the order they were given.
package typealias JSONObject = [JSONMember]

/// One named value of a JSON object.
package struct JSONMember: Sendable, Hashable {
  /// The name.
  package let name: String
  /// The value.
  package let value: JSONValue

  /// The member `name` with `value`.
  package init(_ name: String, _ value: JSONValue) {
    self.name = name
    self.value = value
  }
}

extension JSONValue {
  /// The value of the member `key`, the last one when it is there twice; nil when this is no object
  /// or has no such member.
  package subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.last { $0.name == key }?.value
  }

  /// The truth value, or nil when this is not one.
  package var boolValue: Bool? { if case .bool(let value) = self { value } else { nil } }

  /// The whole number, or nil when this is not one.
  package var integerValue: Int? { if case .integer(let value) = self { value } else { nil } }

  /// The number, whole or not, or nil when this is not one.
  package var numberValue: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .number(let value): value
    default: nil
    }
  }

  /// The text, or nil when this is not one.
  package var stringValue: String? { if case .string(let value) = self { value } else { nil } }

  /// The elements, or nil when this is no list.
  package var arrayValue: [JSONValue]? { if case .array(let value) = self { value } else { nil } }

  /// The members, or nil when this is no object.
  package var objectValue: JSONObject? { if case .object(let value) = self { value } else { nil } }
}

extension JSONValue: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByStringLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  /// `null`.
  package init(nilLiteral: ()) { self = .null }
  /// A truth value.
  package init(booleanLiteral value: Bool) { self = .bool(value) }
  /// A whole number.
  package init(integerLiteral value: Int) { self = .integer(value) }
  /// A number.
  package init(floatLiteral value: Double) { self = .number(value) }
  /// A text.
  package init(stringLiteral value: String) { self = .string(value) }
  /// A list.
  package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  /// An object with its members in the written order.
  package init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(elements.map { JSONMember($0.0, $0.1) })
  }
}
