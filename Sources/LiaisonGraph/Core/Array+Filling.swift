extension Array {
  /// An array that is written without being zeroed first.
  ///
  /// As the standard library's `init(unsafeUninitializedCapacity:initializingWith:)`, but for an array
  /// of none: that one writes the length, 0, into the storage that the empty arrays of all threads
  /// share, which the thread sanitizer rightly calls a race.
  ///
  /// - Parameter fill: writes the elements from the first on, and says how many they are.
  @inline(__always)
  init(
    filling capacity: Int,
    _ fill: (_ buffer: UnsafeMutableBufferPointer<Element>, _ count: inout Int) -> Void
  ) {
    guard capacity > 0 else {
      var count = 0
      fill(UnsafeMutableBufferPointer(start: nil, count: 0), &count)
      self = []
      return
    }
    self.init(unsafeUninitializedCapacity: capacity) { buffer, count in fill(buffer, &count) }
  }
}
