#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The few system calls that reading and writing files need, retried where a signal broke them off.
enum POSIX {
  /// The system's words for an error number.
  static func reason(_ number: Int32) -> String {
    guard let text = strerror(number) else { return "error \(number)" }
    return String(cString: text)
  }

  /// Whether a path can be handed to C whole.
  static func isPath(_ path: String) -> Bool { !path.isEmpty && !path.utf8.contains(0) }

  /// The folder that a path's last part lies in, as a path.
  static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.utf8.startIndex ? "/" : String(path[..<slash])
  }

  /// Opens a file; -1 and the error number on failure.
  static func open(_ path: String, _ flags: Int32, mode: mode_t = 0) -> (Int32, Int32) {
    while true {
      #if canImport(Darwin)
        let descriptor = Darwin.open(path, flags, mode)
      #elseif canImport(Musl)
        let descriptor = Musl.open(path, flags, mode)
      #else
        let descriptor = Glibc.open(path, flags, mode)
      #endif
      if descriptor >= 0 { return (descriptor, 0) }
      if errno != EINTR { return (-1, errno) }
    }
  }

  /// Writes all bytes; the error number, or 0.
  static func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int32 {
    guard let base = bytes.baseAddress else { return 0 }
    var done = 0
    while done < bytes.count {
      let count = write(descriptor, base + done, min(bytes.count - done, 1 << 20))
      if count > 0 {
        done += count
      } else if count == 0 {
        return EIO
      } else if errno == EAGAIN {
        var wait = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        if poll(&wait, 1, -1) < 0, errno != EINTR { return errno }
      } else if errno != EINTR {
        return errno
      }
    }
    return 0
  }

  /// Syncs a file; the error number, or 0. What cannot be synced (a pipe) counts as synced.
  static func sync(_ descriptor: Int32) -> Int32 {
    while fsync(descriptor) != 0 {
      if errno == EINTR { continue }
      return errno == EINVAL || errno == ENOTSUP || errno == EROFS ? 0 : errno
    }
    return 0
  }

  /// The kind of file that a mode names.
  static func kind(_ mode: mode_t) -> FileKind {
    switch mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    case S_IFLNK: .link
    case S_IFIFO: .pipe
    case S_IFCHR, S_IFBLK: .device
    default: .other
    }
  }
}

/// What a directory entry is.
public enum FileKind: Sendable, Hashable {
  /// A regular file.
  case file
  /// A directory.
  case folder
  /// A symbolic link, not followed.
  case link
  /// A FIFO.
  case pipe
  /// A character or block device.
  case device
  /// A socket or the like.
  case other

  /// What a person calls it, with its article.
  var name: String {
    switch self {
    case .file: "a file"
    case .folder: "a folder"
    case .link: "a symbolic link"
    case .pipe: "a named pipe"
    case .device: "a device"
    case .other: "a socket or another special file"
    }
  }
}
