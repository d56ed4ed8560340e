/// A writing system: how to name it, and the Debian package with a font for it.
struct Script: Hashable {
  var name: String
  var package: String

  /// The script of a character, by the blocks that hold it; characters that several scripts share
  /// count as Latin or as symbols, where any text font has them.
  static func of(_ scalar: Unicode.Scalar) -> Script {
    var low = 0
    var high = blocks.count
    while low < high {
      let middle = (low + high) / 2
      if blocks[middle].range.upperBound < scalar.value { low = middle + 1 } else { high = middle }
    }
    if low < blocks.count, blocks[low].range.contains(scalar.value) {
      return Script(name: blocks[low].name, package: blocks[low].package ?? "fonts-noto-core")
    }
    return Script(name: "another script", package: "fonts-noto")
  }

  private struct Block {
    var range: ClosedRange<UInt32>
    var name: String
    /// `nil`: fonts-noto-core.
    var package: String?

    init(_ range: ClosedRange<UInt32>, _ name: String, _ package: String? = nil) {
      self.range = range
      self.name = name
      self.package = package
    }
  }

  /// In the order of the code points, without overlaps.
  private static let blocks: [Block] = [
    Block(0x0000...0x02FF, "Latin", "fonts-liberation"),
    Block(0x0300...0x036F, "combining marks", "fonts-dejavu-core"),
    Block(0x0370...0x03FF, "Greek", "fonts-liberation"),
    Block(0x0400...0x052F, "Cyrillic", "fonts-liberation"),
    Block(0x0530...0x058F, "Armenian"), Block(0x0590...0x05FF, "Hebrew"),
    Block(0x0600...0x06FF, "Arabic"), Block(0x0700...0x074F, "Syriac"),
    Block(0x0750...0x077F, "Arabic"), Block(0x0780...0x07BF, "Thaana"),
    Block(0x07C0...0x07FF, "N'Ko"), Block(0x0860...0x086F, "Syriac"),
    Block(0x0870...0x08FF, "Arabic"), Block(0x0900...0x097F, "Devanagari"),
    Block(0x0980...0x09FF, "Bengali"), Block(0x0A00...0x0A7F, "Gurmukhi"),
    Block(0x0A80...0x0AFF, "Gujarati"), Block(0x0B00...0x0B7F, "Oriya"),
    Block(0x0B80...0x0BFF, "Tamil"), Block(0x0C00...0x0C7F, "Telugu"),
    Block(0x0C80...0x0CFF, "Kannada"), Block(0x0D00...0x0D7F, "Malayalam"),
    Block(0x0D80...0x0DFF, "Sinhala"), Block(0x0E00...0x0E7F, "Thai"),
    Block(0x0E80...0x0EFF, "Lao"), Block(0x0F00...0x0FFF, "Tibetan"),
    Block(0x1000...0x109F, "Myanmar"), Block(0x10A0...0x10FF, "Georgian"),
    Block(0x1100...0x11FF, "Hangul", "fonts-noto-cjk"), Block(0x1200...0x139F, "Ethiopic"),
    Block(0x13A0...0x13FF, "Cherokee"), Block(0x1780...0x17FF, "Khmer"),
    Block(0x1800...0x18AF, "Mongolian"), Block(0x1C80...0x1C8F, "Cyrillic", "fonts-dejavu-core"),
    Block(0x1C90...0x1CBF, "Georgian"), Block(0x1D00...0x1DBF, "Latin", "fonts-dejavu-core"),
    Block(0x1DC0...0x1DFF, "combining marks", "fonts-dejavu-core"),
    Block(0x1E00...0x1EFF, "Latin", "fonts-dejavu-core"),
    Block(0x1F00...0x1FFF, "Greek", "fonts-dejavu-core"),
    Block(0x2000...0x2BFF, "symbols", "fonts-dejavu-core"),
    Block(0x2C60...0x2C7F, "Latin", "fonts-dejavu-core"),
    Block(0x2D00...0x2D2F, "Georgian"), Block(0x2D30...0x2D7F, "Tifinagh"),
    Block(0x2D80...0x2DDF, "Ethiopic"), Block(0x2E80...0x2FFF, "Chinese", "fonts-noto-cjk"),
    Block(0x3000...0x303F, "Chinese", "fonts-noto-cjk"),
    Block(0x3040...0x30FF, "Japanese", "fonts-noto-cjk"),
    Block(0x3100...0x312F, "Chinese", "fonts-noto-cjk"),
    Block(0x3130...0x318F, "Hangul", "fonts-noto-cjk"),
    Block(0x31A0...0x4DBF, "Chinese", "fonts-noto-cjk"),
    Block(0x4DC0...0x4DFF, "symbols"), Block(0x4E00...0x9FFF, "Chinese", "fonts-noto-cjk"),
    Block(0xA4D0...0xA4FF, "Lisu"), Block(0xA720...0xA7FF, "Latin", "fonts-dejavu-core"),
    Block(0xA960...0xA97F, "Hangul", "fonts-noto-cjk"), Block(0xA9E0...0xA9FF, "Myanmar"),
    Block(0xAA60...0xAA7F, "Myanmar"), Block(0xAB00...0xAB2F, "Ethiopic"),
    Block(0xAC00...0xD7FF, "Hangul", "fonts-noto-cjk"),
    Block(0xF900...0xFAFF, "Chinese", "fonts-noto-cjk"),
    Block(0xFB00...0xFB06, "Latin", "fonts-dejavu-core"), Block(0xFB13...0xFB17, "Armenian"),
    Block(0xFB1D...0xFB4F, "Hebrew"), Block(0xFB50...0xFDFF, "Arabic"),
    Block(0xFE70...0xFEFF, "Arabic"), Block(0xFF00...0xFFEF, "Chinese", "fonts-noto-cjk"),
    Block(0x1F000...0x1FAFF, "emoji", "fonts-noto-color-emoji"),
    Block(0x20000...0x3FFFF, "Chinese", "fonts-noto-cjk-extra"),
  ]
}
