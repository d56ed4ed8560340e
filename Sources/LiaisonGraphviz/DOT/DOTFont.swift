/// The font families that may be named.
///
/// Graphviz writes a font's name into SVG without escaping it, so it is never text of a user's.
/// Arial, Helvetica, Times New Roman, Courier New, Calibri and Cambria are measured, where they
/// are not installed, with families of the same widths if those are.
public enum DOTFont: String, Sendable, Hashable, CaseIterable {
  case arial = "Arial"
  case helvetica = "Helvetica"
  case liberationSans = "Liberation Sans"
  case dejaVuSans = "DejaVu Sans"
  case notoSans = "Noto Sans"
  case notoSansArabic = "Noto Sans Arabic"
  case notoNaskhArabic = "Noto Naskh Arabic"
  case notoNastaliqUrdu = "Noto Nastaliq Urdu"
  case calibri = "Calibri"
  case carlito = "Carlito"
  case cambria = "Cambria"
  case timesNewRoman = "Times New Roman"
  case liberationSerif = "Liberation Serif"
  case notoSerif = "Noto Serif"
  case courierNew = "Courier New"
  case liberationMono = "Liberation Mono"
  case dejaVuSansMono = "DejaVu Sans Mono"
}
