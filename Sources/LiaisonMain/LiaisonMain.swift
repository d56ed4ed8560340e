import LiaisonCommand

@main
struct LiaisonMain {
  static func main() { LiaisonTool.run() }
}
