internal import GonogoCore

/// Captures in the journal.
enum CaptureJSON {
  /// A capture.
  static func json(_ capture: Capture) -> JSONValue {
    var members: JSONObject = [
      JSONMember("name", .string(capture.name)), JSONMember("text", .string(capture.text)),
      JSONMember("by", .string(capture.recognizer)),
      JSONMember("primary", .bool(capture.isPrimary)),
    ]
    if let row = capture.row { members.append(JSONMember("row", .integer(row))) }
    switch capture.value {
    case .quantity(let quantity):
      members.append(JSONMember("number", .number(quantity.value)))
      members.append(JSONMember("unit", .string(quantity.unit.symbol)))
    case .truth(let truth): members.append(JSONMember("truth", .bool(truth)))
    case .text: break
    }
    return .object(members)
  }

  /// The capture that `json` holds; nil when it holds none.
  static func capture(_ json: JSONValue) -> Capture? {
    guard let name = json["name"]?.stringValue, let text = json["text"]?.stringValue,
      let recognizer = json["by"]?.stringValue
    else { return nil }
    let value: CaptureValue
    if let number = json["number"]?.numberValue {
      let symbol = json["unit"]?.stringValue ?? ""
      guard let unit = symbol.isEmpty ? Unit.none : Unit.named(symbol) else { return nil }
      value = .quantity(Quantity(number, unit))
    } else if let truth = json["truth"]?.boolValue {
      value = .truth(truth)
    } else {
      value = .text(text)
    }
    return Capture(
      name: name, row: json["row"]?.integerValue, value: value, text: text,
      recognizer: recognizer, isPrimary: json["primary"]?.boolValue ?? false)
  }
}
