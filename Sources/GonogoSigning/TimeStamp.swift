/// An authority's word that bytes existed at a time (RFC 3161).
package struct TimeStamp: Sendable, Hashable {
  /// The time, in seconds since 1970-01-01 UTC.
  package let time: Int
  /// How many signatures of the document it covers, from the first on; with them everything above.
  package let signatures: Int

  /// A time stamp.
  package init(time: Int, signatures: Int) {
    self.time = time
    self.signatures = signatures
  }

  /// What of this and the times that signers claim cannot both be true, each without a final stop.
  ///
  /// - Parameters:
  ///   - signers: the signers of the document in their order.
  ///   - now: the present time, in seconds since 1970.
  /// - Returns: the contradictions.
  package func faults(_ signers: [SignerReport], now: Int) -> [String] {
    var faults: [String] = []
    if time > now, time - now > Verifier.clockTolerance {
      faults.append("the time stamp lies in the future")
    }
    for signer in signers.prefix(signatures)
    where signer.time > time && signer.time - time > Verifier.clockTolerance {
      faults.append(
        "signature \(signer.number) claims a later time than the time stamp that covers it")
    }
    return faults
  }
}
