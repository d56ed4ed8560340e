/// A colour of a figure, and what the recipes need of it.
public struct Tint: Sendable, Hashable {
  /// Red, 0 to 255.
  public var red: UInt8
  /// Green, 0 to 255.
  public var green: UInt8
  /// Blue, 0 to 255.
  public var blue: UInt8

  /// A colour from `0xRRGGBB`.
  public init(_ rgb: UInt32) {
    red = UInt8(truncatingIfNeeded: rgb >> 16)
    green = UInt8(truncatingIfNeeded: rgb >> 8)
    blue = UInt8(truncatingIfNeeded: rgb)
  }

  /// The colour mixed into white: 0.28 is a tint of 28 %.
  public func tint(_ share: Double) -> Tint { mixed(with: Tint(0xFFFFFF), 1 - share) }

  /// The colour mixed into black: 0.85 keeps 85 % of it.
  public func shade(_ share: Double) -> Tint { mixed(with: Tint(0), 1 - share) }

  private func mixed(with other: Tint, _ share: Double) -> Tint {
    func mix(_ mine: UInt8, _ theirs: UInt8) -> UInt8 {
      UInt8(min(max(Double(mine) * (1 - share) + Double(theirs) * share, 0), 255).rounded())
    }
    var result = self
    result.red = mix(red, other.red)
    result.green = mix(green, other.green)
    result.blue = mix(blue, other.blue)
    return result
  }

  /// `#RRGGBB`.
  public var hex: String {
    var text = "#"
    for channel in [red, green, blue] {
      if channel < 16 { text += "0" }
      text += String(channel, radix: 16, uppercase: true)
    }
    return text
  }

  /// The contrast ratio of two colours, 1 to 21.
  ///
  /// Reference: Web Content Accessibility Guidelines 2.2, W3C, 2023, relative luminance.
  public func contrast(to other: Tint) -> Double {
    let (mine, theirs) = (luminance, other.luminance)
    return (max(mine, theirs) + 0.05) / (min(mine, theirs) + 0.05)
  }

  private var luminance: Double {
    func linear(_ channel: UInt8) -> Double {
      let value = Double(channel) / 255
      // (v + 0.055) / 1.055 to the power of 2.4, as v² times its fifth root squared, by Newton: no
      // mathematics library is needed for it.
      guard value > 0.04045 else { return value / 12.92 }
      let base = (value + 0.055) / 1.055
      var root = 0.8
      for _ in 0..<40 { root = (4 * root + base / (root * root * root * root)) / 5 }
      return base * base * root * root
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// Text.
  public static let ink = Tint(0x1B1B1B)
  /// Secondary text.
  public static let slate = Tint(0x52606D)
  /// Edges.
  public static let line = Tint(0x37474F)
  /// Edges that are not strong.
  public static let middling = Tint(0x6B7882)
  /// Edges of the second rank: a contrast of 3 to paper.
  public static let faint = Tint(0x87949E)
  /// Bands.
  public static let band = Tint(0x2F4858)
  /// Gaps.
  public static let gap = Tint(0xD00000)
  /// Text in the colour of gaps.
  public static let gapText = Tint(0xA80000)
  /// The fill of what is only context.
  public static let contextFill = Tint(0xF4F5F6)
  /// The line of what is only context: a contrast of 3 to paper.
  public static let contextLine = faint
  /// The text of what is only context.
  public static let contextText = Tint(0x59636C)
  /// Paper.
  public static let white = Tint(0xFFFFFF)
}
