internal import Glibc

Interruption.shared.begin()
exit(await Program.run(Array(CommandLine.arguments.dropFirst())).rawValue)
