internal import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What a program leaves behind when SIGINT, SIGTERM or SIGHUP ends it: nothing half written.
///
/// `install()` is called once, first thing in a program's `main`. The signal then removes the
/// temporary files of outputs in progress and ends the program as it would have ended (130, 143). While
/// the program holds it, to end a long computation and clear a line of the terminal first, it only asks;
/// a second one ends the program all the same.
public enum Interruption {
  // Global, because a signal's handler is global.
  private static let isHeld = Atomic<Bool>(false)
  /// The signal that came while the program held; 0 if none.
  private static let asking = Atomic<Int32>(0)

  /// Whether a signal asked the program to end while it held.
  public static var isAsked: Bool { asking.load(ordering: .relaxed) != 0 }

  /// From now on a signal asks, until ``release()``. Whoever holds looks at ``isAsked`` several times a
  /// second, and releases when he is asked.
  public static func hold() { isHeld.store(true, ordering: .relaxed) }

  /// A signal ends the program again; one that has asked ends it now.
  public static func release() {
    isHeld.store(false, ordering: .relaxed)
    let number = asking.load(ordering: .relaxed)
    if number != 0 { end(by: number) }
  }

  /// What a signal does; safe in its handler.
  private static func receive(_ number: Int32) {
    let isFirst = asking.exchange(number, ordering: .relaxed) == 0
    if !isFirst || !isHeld.load(ordering: .relaxed) { end(by: number) }
  }

  private static func end(by number: Int32) {
    TemporaryFiles.removeAll()
    signal(number, SIG_DFL)
    // To the process, not to this thread, which may be one that blocks signals.
    kill(getpid(), number)
  }

  /// Installs the handlers, holds the places of closed standard streams, and has writing past `ulimit -f` fail instead of killing. A signal that
  /// the parent set to be ignored (`nohup`) stays ignored.
  public static func install() {
    holdStandardDescriptors()
    // Made now, as a handler may make nothing.
    _ = TemporaryFiles.table
    _ = isAsked
    isHeld.store(false, ordering: .relaxed)
    for number in [SIGINT, SIGTERM, SIGHUP] {
      var old = sigaction()
      guard sigaction(number, nil, &old) == 0, !isIgnored(old) else { continue }
      signal(number) { Interruption.receive($0) }
    }
    ignoreFileSizeSignal()
  }

  /// Keeps a file that is opened later from taking the number of a closed standard stream, and so
  /// from getting what is written to it: writing to a stream that was closed goes on to fail.
  private static func holdStandardDescriptors() {
    for descriptor: Int32 in 0...2 where fcntl(descriptor, F_GETFD) == -1 {
      _ = open("/dev/null", O_RDONLY)
    }
  }

  /// Writing past `ulimit -f` then gives EFBIG. Leaves a handler that somebody else installed.
  static func ignoreFileSizeSignal() {
    var old = sigaction()
    guard sigaction(SIGXFSZ, nil, &old) == 0, isDefault(old) else { return }
    signal(SIGXFSZ, SIG_IGN)
  }

  private static func address(_ action: sigaction) -> UInt {
    #if canImport(Glibc)
      unsafeBitCast(action.__sigaction_handler.sa_handler, to: UInt.self)
    #elseif canImport(Musl)
      unsafeBitCast(action.__sa_handler.sa_handler, to: UInt.self)
    #else
      unsafeBitCast(action.__sigaction_u.__sa_handler, to: UInt.self)
    #endif
  }

  private static func isDefault(_ action: sigaction) -> Bool { address(action) == 0 }
  private static func isIgnored(_ action: sigaction) -> Bool { address(action) == 1 }
}

/// The temporary files that exist now, kept where a signal handler may read them: a fixed table of
/// fixed slots, never moved nor freed, since a handler may neither lock nor allocate.
///
/// Global state, because a signal's handler is global.
enum TemporaryFiles {
  static let slots = 64
  static let slotBytes = 4_096

  struct Table {
    let paths: UnsafeMutablePointer<CChar>
    let used: UnsafeMutablePointer<Bool>
    let lock: UnsafeMutablePointer<pthread_mutex_t>
  }

  nonisolated(unsafe) static let table: Table = {
    let paths = UnsafeMutablePointer<CChar>.allocate(capacity: slots * slotBytes)
    paths.initialize(repeating: 0, count: slots * slotBytes)
    let used = UnsafeMutablePointer<Bool>.allocate(capacity: slots)
    used.initialize(repeating: false, count: slots)
    let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    lock.initialize(to: pthread_mutex_t())
    pthread_mutex_init(lock, nil)
    return Table(paths: paths, used: used, lock: lock)
  }()

  /// Enters a path; nil if the table is full or the path too long, and the file is then left by a
  /// signal for `.liaison-…` to be found.
  static func enter(_ path: String) -> Int? {
    let table = table
    let bytes = Array(path.utf8)
    guard bytes.count < slotBytes else { return nil }
    pthread_mutex_lock(table.lock)
    defer { pthread_mutex_unlock(table.lock) }
    for slot in 0..<slots where !table.used[slot] {
      let base = table.paths + slot * slotBytes
      for (index, byte) in bytes.enumerated() { base[index] = CChar(bitPattern: byte) }
      base[bytes.count] = 0
      table.used[slot] = true
      return slot
    }
    return nil
  }

  /// Forgets a path.
  static func leave(_ slot: Int?) {
    guard let slot else { return }
    let table = table
    pthread_mutex_lock(table.lock)
    table.used[slot] = false
    pthread_mutex_unlock(table.lock)
  }

  /// Unlinks all; safe in a signal handler.
  static func removeAll() {
    let table = table
    for slot in 0..<slots where table.used[slot] {
      unlink(table.paths + slot * slotBytes)
    }
  }
}
