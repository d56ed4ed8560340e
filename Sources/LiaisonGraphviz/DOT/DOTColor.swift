/// A colour of eight bits a channel, parsed and never passed on as text.
public struct DOTColor: Sendable, Hashable, CustomStringConvertible {
  public var red: UInt8
  public var green: UInt8
  public var blue: UInt8
  /// 255 is opaque.
  public var alpha: UInt8

  /// Creates a colour from its channels.
  public init(red: UInt8, green: UInt8, blue: UInt8, alpha: UInt8 = 255) {
    self.red = red
    self.green = green
    self.blue = blue
    self.alpha = alpha
  }

  /// Creates a colour from `0xRRGGBB`; higher bits are ignored.
  public init(rgb: UInt32, alpha: UInt8 = 255) {
    self.init(
      red: UInt8(truncatingIfNeeded: rgb >> 16), green: UInt8(truncatingIfNeeded: rgb >> 8),
      blue: UInt8(truncatingIfNeeded: rgb), alpha: alpha)
  }

  /// Reads `#RRGGBB` or `#RRGGBBAA`; `nil` for anything else.
  public init?(hex: String) {
    let digits = Array(hex.utf8)
    guard digits.first == UInt8(ascii: "#"), digits.count == 7 || digits.count == 9 else {
      return nil
    }
    var channels: [UInt8] = []
    for start in stride(from: 1, to: digits.count, by: 2) {
      guard let high = DOTColor.nibble(digits[start]), let low = DOTColor.nibble(digits[start + 1])
      else { return nil }
      channels.append(high << 4 | low)
    }
    self.init(
      red: channels[0], green: channels[1], blue: channels[2],
      alpha: channels.count == 4 ? channels[3] : 255)
  }

  private static func nibble(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }

  /// `#rrggbb`, or `#rrggbbaa` where it is not opaque.
  public var description: String {
    let channels = alpha == 255 ? [red, green, blue] : [red, green, blue, alpha]
    var text = "#"
    for channel in channels {
      if channel < 16 { text += "0" }
      text += String(channel, radix: 16)
    }
    return text
  }

  public static let black = DOTColor(rgb: 0x000000)
  public static let white = DOTColor(rgb: 0xFFFFFF)
  public static let transparent = DOTColor(rgb: 0xFFFFFF, alpha: 0)
}
