/// Bytes that no pattern tells apart, put together: tables need one column a class, not 256.
struct ByteClasses {
  /// The class of each byte; 0 for all that stand in no pattern.
  let of: [UInt8]
  /// How many columns a row has.
  let columns: Int

  /// The classes for these bytes.
  init(_ used: Set<UInt8>) {
    var classes = [UInt8](repeating: 0, count: 256)
    // With all 256 bytes in use there is no other class that 0 would have to stand for.
    let isFull = used.count == 256
    for (index, byte) in used.sorted().enumerated() {
      classes[Int(byte)] = UInt8(isFull ? index : index + 1)
    }
    of = classes
    columns = isFull ? 256 : used.count + 1
  }
}
