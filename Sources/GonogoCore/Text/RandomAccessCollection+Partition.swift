extension RandomAccessCollection where Index == Int {
  /// The first place from which `isReached` holds for all that follow, as it does in a sorted collection;
  /// its end where it never does. Takes logarithmic time.
  @inlinable package func partitioned(where isReached: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = low + (high - low) / 2
      if isReached(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
