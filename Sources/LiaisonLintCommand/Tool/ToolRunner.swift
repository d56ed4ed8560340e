public import ArgumentParser
import LiaisonFiles

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Runs a tool: reads the arguments, runs the command in a context, ends the process.
public enum ToolRunner {
  /// Runs a tool whose root command is given, with the process's arguments, and ends the process.
  ///
  /// An error that is a `ToolFailure` is printed with its place and hint and becomes its exit code; a
  /// `ValidationError` of a command that runs, which is about a value and not about usage, is printed alone
  /// (64); the others are ArgumentParser's: `ExitCode`, a request for help.
  ///
  /// - Parameters:
  ///   - root: the root command, which names the subcommands.
  ///   - catalog: everything that is known by id.
  public static func run(_ root: any ParsableCommand.Type, catalog: Catalog) -> Never {
    Interruption.install()
    let context = ToolContext(
      toolName: root.configuration.commandName ?? "liaison", catalog: catalog)
    do {
      var command = try root.parseAsRoot()
      if let command = command as? any ToolCommand {
        try command.run(in: context)
      } else {
        try command.run()
      }
      exit(0)
    } catch let failure as any ToolFailure {
      context.say(failure)
      exit(failure.exitCode)
    } catch let error as ValidationError {
      context.say("\(context.diagnostics.styled("error", .error)): \(error.message)")
      exit(64)
    } catch {
      guard root.exitCode(for: error).isSuccess else { root.exit(withError: error) }
      tell(root.fullMessage(for: error), in: context)
    }
  }

  /// Ends with what was asked for instead of a command, such as help.
  private static func tell(_ text: String, in context: ToolContext) -> Never {
    do throws(FileError) {
      if !text.isEmpty { try context.write(text + "\n") }
      exit(0)
    } catch {
      context.say(error)
      exit(error.exitCode)
    }
  }
}
