import Foundation

/// Python, where it is the oracle of a reader: one process for many documents.
enum Python {
  /// Whether `python3` can import a module.
  static func has(_ module: String) -> Bool {
    (try? run(["-c", "import \(module)"]))?.status == 0
  }

  /// What a script prints, by line, given a folder with the documents `0`, `1`, … and their number.
  static func lines(of script: String, documents: [[UInt8]]) throws -> [String] {
    let folder = try TemporaryFolder()
    for (number, document) in documents.enumerated() {
      try Data(document).write(to: URL(filePath: "\(folder.path)/\(number)"))
    }
    let result = try run(["-c", script, folder.path, "\(documents.count)"])
    let lines = result.output.split(separator: 0x0A, omittingEmptySubsequences: false)
    return lines.dropLast().map { String(decoding: $0, as: UTF8.self) }
  }

  /// The UTF-8 of a text in hexadecimal, which no separator of a script's output stands in.
  static func hex(_ text: String) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var result: [UInt8] = []
    for byte in text.utf8 { result += [digits[Int(byte >> 4)], digits[Int(byte & 15)]] }
    return String(decoding: result, as: UTF8.self)
  }

  private static func run(_ arguments: [String]) throws -> (status: Int32, output: Data) {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3"] + arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, data)
  }
}
