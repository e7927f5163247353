/// Words that belong to no single command.
enum Words {
  static let version = "0.1.0"

  static let program =
    "chatferry carries WhatsApp chats: from phone exports into a hosted inbox, and into files."

  static let programFooter = """
    Examples:
      chatferry inspect 'WhatsApp Chat with Anna Berg.zip'
          what an export is, and what would stop an import
      chatferry import exports/ --inbox local --contacts contacts.vcf --me 'Harbour Bikes' --time-zone Europe/London
          rehearse a migration in the inbox that chatferry brings along
      chatferry export --inbox local --to out
          everything in that inbox as JSONL and CSV

    Global options may stand before or after the command. `chatferry COMMAND --help` says more.
    """
}
