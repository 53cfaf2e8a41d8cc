extension Array {
  /// The first place from which `isReached` holds for all that follow, as it does in a sorted array; its
  /// count where it never does. Takes logarithmic time.
  package func partitioned(where isReached: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = low + (high - low) / 2
      if isReached(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
