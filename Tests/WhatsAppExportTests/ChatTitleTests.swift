import Testing

@testable import WhatsAppExport

struct ChatTitleTests {
  /// Path, form, folders and name of the text, title.
  static let examples: [(String, FoundExport.Form, [String], String, String)] = [
    ("WhatsApp Chat - Ana Díaz.zip", .zip, [], "_chat.txt", "Ana Díaz"),
    ("in/WhatsApp Chat - Ana (1).zip", .zip, [], "_chat.txt", "Ana"),
    ("WhatsApp Chat - Ana-2.zip", .zip, [], "_chat 2.txt", "Ana"),
    ("WhatsApp Chat - +49 170 12-2.zip", .zip, [], "_chat.txt", "+49 170 12-2"),
    ("WhatsApp Chat - Ana (12) (2).zip", .zip, [], "_chat.txt", "Ana"),
    ("WhatsApp Chat - Class of (2019).zip", .zip, [], "_chat.txt", "Class of (2019)"),
    ("WhatsApp_Chat_-_Ana_Díaz.zip", .zip, [], "_chat.txt", "Ana Díaz"),
    ("WhatsApp%20Chat%20-%20Ana%20D%C3%ADaz.zip", .zip, [], "_chat.txt", "Ana Díaz"),
    ("WhatsApp.Chat.with.Ana.zip", .zip, [], "_chat.txt", "Ana"),
    ("whatsapp chat with Ana.zip", .zip, [], "_chat.txt", "Ana"),
    ("WhatsApp Chat with 100%.zip", .zip, [], "_chat.txt", "100%"),
    ("export.zip", .zip, [], "_chat.txt", "export"),
    ("export (3).ZIP", .zip, [], "_chat.txt", "export"),
    ("export.zip", .zip, ["WhatsApp Chat - Ana"], "_chat.txt", "Ana"),
    ("export.zip", .zip, [], "WhatsApp Chat with Ana.txt", "Ana"),
    ("WhatsApp Chat with Bob.zip", .zip, [], "WhatsApp Chat with Ana.txt", "Ana"),
    ("WhatsApp Chat with Bob.zip", .zip, [], "text.txt", "Bob"),
    ("WhatsApp Chat with School 2025_2026.zip", .zip, [], "x.txt", "School 2025_2026"),
    ("x.zip", .zip, [], "Чат WhatsApp с контактом Аня.txt", "Аня"),
    ("x.zip", .zip, [], "Чат WhatsApp с\u{A0}контактом Аня.txt", "Аня"),
    ("x.zip", .zip, [], "Чат WhatsApp с Аня.txt", "Аня"),
    ("x.zip", .zip, [], "Chat WhatsApp s\u{A0}uz\u{30C}ivatelem Jan.txt", "Jan"),
    ("x.zip", .zip, [], "Chat WhatsApp s\u{A0}uživatelem S\u{30C}típek.txt", "Štípek"),
    ("x.zip", .zip, [], "Ana ile WhatsApp Sohbeti.txt", "Ana"),
    ("x.zip", .zip, [], "Biseda me Ana në WhatsApp.txt", "Ana"),
    ("x.zip", .zip, [], "山田太郎とのWhatsAppチャット.txt", "山田太郎"),
    ("x.zip", .zip, [], "WhatsApp 与 王伟 的对话.txt", "王伟"),
    ("x.zip", .zip, [], "與王偉的 WhatsApp 對話.txt", "王偉"),
    ("x.zip", .zip, [], "김철수님과의 WhatsApp 대화.txt", "김철수"),
    ("x.zip", .zip, [], "צ'אט WhatsApp עם נועה.txt", "נועה"),
    ("x.zip", .zip, [], "צ’אט WhatsApp עם \u{202A}+972 50\u{202C}.txt", "+972 50"),
    ("x.zip", .zip, [], "دردشة واتساب مع ليلى حسن.txt", "ليلى حسن"),
    ("x.zip", .zip, [], "अनु के साथ WhatsApp चैट.txt", "अनु"),
    ("x.zip", .zip, [], "WhatsApp-Chat mit Jörg.txt", "Jörg"),
    (
      "x.zip", .zip, [], "WhatsApp Chat with \u{1F9D1}\u{200D}\u{1F33E} Farm.txt",
      "\u{1F9D1}\u{200D}\u{1F33E} Farm"
    ),
    ("x.zip", .zip, [], "WhatsApp Chat with .txt", "x"),
    ("dir/WhatsApp Chat with Ana (1).txt", .text, [], "WhatsApp Chat with Ana (1).txt", "Ana"),
    ("dir/holiday.txt", .text, [], "holiday.txt", "holiday"),
    ("WhatsApp Chat - Ana/_chat.txt", .text, [], "_chat.txt", "Ana"),
    ("_chat.txt", .text, [], "_chat.txt", "_chat"),
    ("dir/WhatsApp Chat - Ana", .folder, [], "_chat.txt", "Ana"),
    ("dir/Ana and me/", .folder, [], "_chat.txt", "Ana and me"),
    ("dir/in", .folder, [], "Discussion WhatsApp avec Sophie.txt", "Sophie"),
  ]

  @Test(arguments: examples.indices)
  func namesTheChat(_ index: Int) {
    let (path, form, folders, text, title) = Self.examples[index]
    let item = ExportItem(entry: ExportEntry(index: 0, name: text, size: 1), folders: folders)
    let found = ChatTitle.title(FoundExport(path: path, form: form), text: item)
    // By scalars: strings are equal in any Unicode form, and a title with marks left in is another one.
    #expect(found == title)
    #expect(found.unicodeScalars.allSatisfy { $0.value != 0x202A && $0.value != 0x202C })
  }

  @Test(arguments: [
    "chat.txt", "my _chat.txt", "_chatter.txt", "_chat 2000.txt", "_chat.text", "notes.txt",
    "_chat",
  ])
  func takesNoOtherNameForAChat(_ name: String) {
    #expect(ChatName(textNamed: name) == nil)
  }

  @Test(arguments: [
    ("WhatsApp Chat with Anna Berg.txt", "en"), ("Discussion WhatsApp avec Zoë (1).txt", "fr"),
    ("Conversa no WhatsApp com Zoë.txt", "pt-PT"), ("_chat.txt", nil),
    ("WhatsApp Chat - Anna Berg.txt", nil),
  ])
  func tellsTheLanguageOfThePhone(_ name: String, language: String?) throws {
    #expect(try #require(ChatName(textNamed: name)).language == language)
  }

  @Test func knowsEveryNameInTheTable() {
    for marker in MarkerTable.rows where marker.category == .zipname {
      var base = String(marker.pattern).replacing("{name}", with: "Zoë (x)")
      if base.hasSuffix(".zip") { base.removeLast(4) }
      #expect(ChatName(base: base)?.title == "Zoë (x)", "\(marker.language)")
    }
  }
}
