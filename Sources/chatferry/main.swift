internal import Files
internal import Glibc

PrivateMemory.begin()
Interruption.shared.begin()
exit(await Program.run(Array(CommandLine.arguments.dropFirst())).rawValue)
