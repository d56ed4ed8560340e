import LiaisonLintCommand

@main
struct LiaisonLintMain {
  static func main() { LiaisonLintTool.run() }
}
