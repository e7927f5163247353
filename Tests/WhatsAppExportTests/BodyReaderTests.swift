import ChatRecords
import Testing

@testable import WhatsAppExport

/// One line of a chat and what it is.
struct BodyCase: Sendable, CustomTestStringConvertible {
  let body: String
  let told: Told
  let media: [String]

  init(_ body: String, _ told: Told, media: [String] = []) {
    self.body = body
    self.told = told
    self.media = media
  }

  var testDescription: String { body.debugDescription }
}

@Suite struct BodyReaderTests {
  static let androidCases: [BodyCase] = [
    BodyCase("A: hello", Told("A", .text, "hello")),
    BodyCase("A:", Told("A", .text, "")),
    BodyCase("A: ", Told("A", .text, "")),
    BodyCase("A: one\n\ntwo", Told("A", .text, "one\n\ntwo")),
    BodyCase("A: ends with dot.", Told("A", .text, "ends with dot.")),
    BodyCase("A: 3 < 4 and 5 > 4", Told("A", .text, "3 < 4 and 5 > 4")),
    BodyCase("A: <3 you>", Told("A", .text, "<3 you>")),
    // Attached, by language.
    BodyCase(
      "A: IMG-20220310-WA0001.jpg (file attached)",
      Told("A", .image, nil, media: "IMG-20220310-WA0001.jpg", .present),
      media: ["IMG-20220310-WA0001.jpg"]),
    BodyCase(
      "A: \u{200E}VID-20220310-WA0001.mp4 (Datei angehängt)\nerste\nzweite",
      Told("A", .video, "erste\nzweite", media: "VID-20220310-WA0001.mp4", .missing)),
    BodyCase(
      "A: PTT-20220310-WA0001.opus (archivo adjunto)",
      Told("A", .voice, nil, media: "PTT-20220310-WA0001.opus", .missing)),
    BodyCase(
      "A: AUD-20220310-WA0001.mp3 (fichier joint)",
      Told("A", .audio, nil, media: "AUD-20220310-WA0001.mp3", .missing)),
    BodyCase(
      "A: STK-20220310-WA0001.webp (arquivo anexado)",
      Told("A", .sticker, nil, media: "STK-20220310-WA0001.webp", .missing)),
    BodyCase(
      "A: דוח שנתי.pdf (קובץ מצורף)", Told("A", .document, nil, media: "דוח שנתי.pdf", .missing)),
    BodyCase(
      "A: \u{200E}IMG-20220327-WA0003.jpg (الملف مرفق)\nالكتاب",
      Told("A", .image, "الكتاب", media: "IMG-20220327-WA0003.jpg", .missing)),
    BodyCase(
      "A: Marek Dvorak.vcf (file attached)",
      Told("A", .contact, nil, media: "Marek Dvorak.vcf", .present), media: ["Marek Dvorak.vcf"]),
    BodyCase(
      "A: فایل پیوست شد IMG-20220310-WA0002.jpg",
      Told("A", .image, nil, media: "IMG-20220310-WA0002.jpg", .missing)),
    BodyCase(
      "A: DOC-20250930-WA0000. (file attached)",
      Told("A", .document, nil, media: "DOC-20250930-WA0000.", .missing)),
    BodyCase(
      "A: bill (1).pdf (FILE ATTACHED)\nbill (1).pdf",
      Told("A", .document, "bill (1).pdf", media: "bill (1).pdf", .missing)),
    BodyCase("A: have a look (file attached)", Told("A", .text, "have a look (file attached)")),
    BodyCase(
      "A: ../../etc/passwd (file attached)",
      Told("A", .document, nil, media: "../../etc/passwd", .missing), media: ["passwd"]),
    // Left out.
    BodyCase("A: <Media omitted>", Told("A", .media, nil, .omitted)),
    BodyCase("A: <Medien ausgeschlossen>", Told("A", .media, nil, .omitted)),
    BodyCase("A: <Multimedia omitido>", Told("A", .media, nil, .omitted)),
    BodyCase("A: <Médias omis>\nComme ça ?", Told("A", .media, "Comme ça ?", .omitted)),
    BodyCase("A: <Mídia oculta>", Told("A", .media, nil, .omitted)),
    BodyCase("A: <מדיה הושמטה>", Told("A", .media, nil, .omitted)),
    BodyCase("A: <تم استبعاد الوسائط>", Told("A", .media, nil, .omitted)),
    BodyCase("A: <Media omitted>\nreport 7.pdf", Told("A", .document, "report 7.pdf", .omitted)),
    BodyCase("A: <Video note omitted>", Told("A", .video, nil, .omitted)),
    BodyCase("A: <View once voice message omitted>", Told("A", .voice, nil, .omitted)),
    BodyCase("A: image omitted", Told("A", .text, "image omitted")),
    BodyCase("A: null", Told("A", .text, "null")),
    // Deleted.
    BodyCase("A: This message was deleted", Told("A", .deleted, "This message was deleted")),
    BodyCase("A: You deleted this message", Told("A", .deleted, "You deleted this message")),
    BodyCase(
      "A: This message was deleted by admin Anna Berg.",
      Told("A", .deleted, "This message was deleted by admin Anna Berg.")),
    BodyCase(
      "A: Diese Nachricht wurde gelöscht", Told("A", .deleted, "Diese Nachricht wurde gelöscht")),
    BodyCase("A: Se eliminó este mensaje", Told("A", .deleted, "Se eliminó este mensaje")),
    BodyCase("A: Ce message a été supprimé", Told("A", .deleted, "Ce message a été supprimé")),
    BodyCase("A: Esta mensagem foi apagada", Told("A", .deleted, "Esta mensagem foi apagada")),
    BodyCase("A: הודעה זו נמחקה", Told("A", .deleted, "הודעה זו נמחקה")),
    BodyCase("A: تم حذف هذه الرسالة", Told("A", .deleted, "تم حذف هذه الرسالة")),
    BodyCase("A: This message was deleted, why", Told("A", .text, "This message was deleted, why")),
    // Edited.
    BodyCase(
      "A: Great <This message was edited>", Told("A", .text, "Great", isEdited: true)),
    BodyCase(
      "A: Gut\nso \u{200E}<Diese Nachricht wurde bearbeitet>",
      Told("A", .text, "Gut\nso", isEdited: true)),
    BodyCase(
      "A: IMG-1.jpg (file attached)\nnew <This message was edited>",
      Told("A", .image, "new", media: "IMG-1.jpg", .missing, isEdited: true)),
    // Places.
    BodyCase(
      "A: location: https://maps.google.com/?q=51.5,-0.12",
      Told("A", .location, "location: https://maps.google.com/?q=51.5,-0.12")),
    BodyCase(
      "A: localisation : https://maps.google.com/?q=48.8,2.3",
      Told("A", .location, "localisation : https://maps.google.com/?q=48.8,2.3")),
    BodyCase(
      "A: Cafe\n1 High St\nhttps://foursquare.com/v/4b0588e3f964a520c1e122e3",
      Told("A", .location, "Cafe\n1 High St\nhttps://foursquare.com/v/4b0588e3f964a520c1e122e3")),
    BodyCase(
      "A: Cafe\nHigh St 1\nhttps://foursquare.com/v/4b058804f964a520",
      Told("A", .location, "Cafe\nHigh St 1\nhttps://foursquare.com/v/4b058804f964a520")),
    BodyCase(
      "A: Cafe (High St 1): https://foursquare.com/v/abc",
      Told("A", .location, "Cafe (High St 1): https://foursquare.com/v/abc")),
    BodyCase(
      "A: Cafe\nHigh St 1\nhttps://foursquare.com/v/Xyz1",
      Told("A", .location, "Cafe\nHigh St 1\nhttps://foursquare.com/v/Xyz1")),
    BodyCase(
      "A: look: https://foursquare.com/v/abc",
      Told("A", .text, "look: https://foursquare.com/v/abc")),
    BodyCase(
      "A: https://foursquare.com/v/", Told("A", .text, "https://foursquare.com/v/")),
    BodyCase(
      "A: try\nhttps://foursquare.com/v/the-cafe",
      Told("A", .text, "try\nhttps://foursquare.com/v/the-cafe")),
    // A space that does not break, in place of any other.
    BodyCase(
      "A: location:\u{A0}https://maps.google.com/?q=51.5,-0.12",
      Told("A", .location, "location:\u{A0}https://maps.google.com/?q=51.5,-0.12")),
    BodyCase(
      "A: Вы\u{A0}удалили данное сообщение",
      Told("A", .deleted, "Вы\u{A0}удалили данное сообщение")),
    BodyCase(
      "A: IMG-20220310-WA0001.jpg\u{A0}(файл добавлен)",
      Told("A", .image, nil, media: "IMG-20220310-WA0001.jpg", .missing)),
    BodyCase("A: мы\u{A0}удалили его", Told("A", .text, "мы\u{A0}удалили его")),
    BodyCase("A: live location shared", Told("A", .location, "live location shared")),
    BodyCase("A: Live-Standort wird geteilt", Told("A", .location, "Live-Standort wird geteilt")),
    BodyCase(
      "A: location: https://example.com/room",
      Told("A", .text, "location: https://example.com/room")),
    // Polls and calls.
    BodyCase(
      "A: POLL:\nWhere?\nOPTION: Home (2 votes)",
      Told("A", .poll, "POLL:\nWhere?\nOPTION: Home (2 votes)")),
    BodyCase("A: poll: who votes?", Told("A", .text, "poll: who votes?")),
    BodyCase("A: Missed voice call", Told("A", .call, "Missed voice call")),
    BodyCase("A: Llamada de voz perdida", Told("A", .call, "Llamada de voz perdida")),
    BodyCase("A: Missed voice call, sorry", Told("A", .text, "Missed voice call, sorry")),
    BodyCase(
      "A: Waiting for this message. This may take a while.",
      Told("A", .unknown, "Waiting for this message. This may take a while.")),
    BodyCase(
      "A: Voice call. 5 min", Told("A", .text, "Voice call. 5 min")),
    BodyCase(
      "A: This message was deleted by admin Anna and nobody knows why",
      Told("A", .text, "This message was deleted by admin Anna and nobody knows why")),
    BodyCase(
      "A: EVENT: Picnic\nEvent Start time: 1700000000000",
      Told("A", .text, "EVENT: Picnic\nEvent Start time: 1700000000000")),
    BodyCase(
      "A: \u{2068}@Ben Berg\u{2069} left", Told("A", .text, "\u{2068}@Ben Berg\u{2069} left")),
    BodyCase(
      "A: AUD-20220310-WA0001.opus (file attached)",
      Told("A", .audio, nil, media: "AUD-20220310-WA0001.opus", .missing)),
    BodyCase(
      "A: a : b – c [1] {2} (final) #3 100%.pdf (file attached)",
      Told(
        "A", .document, nil, media: "a : b – c [1] {2} (final) #3 100%.pdf", .present),
      media: ["a : b – c [1] {2} (final) #3 100%.pdf"]),
    BodyCase(
      "A: 4f26aa0bfc.jpg (file attached)",
      Told("A", .image, nil, media: "4f26aa0bfc.jpg", .missing)),
    BodyCase(
      "A: noending (file attached)", Told("A", .document, nil, media: "noending", .missing)),
    BodyCase(
      "A: my file without ending (file attached)",
      Told("A", .document, nil, media: "my file without ending", .present),
      media: ["my file without ending"]),
    // The app's own lines.
    BodyCase("You left", Told(nil, .system, "You left")),
    BodyCase(
      "Ben changed the subject from \"A: B\" to \"C: D\"",
      Told(nil, .system, "Ben changed the subject from \"A: B\" to \"C: D\"")),
    BodyCase(
      "Anna hat den Betreff von \"A: B\" zu \"C: D\" geändert",
      Told(nil, .system, "Anna hat den Betreff von \"A: B\" zu \"C: D\" geändert")),
    BodyCase(
      "Anna alterou o nome de \"A: 1\" para \"B: 2\"",
      Told(nil, .system, "Anna alterou o nome de \"A: 1\" para \"B: 2\"")),
    BodyCase(
      "\u{202A}+44\u{A0}7700\u{A0}900111\u{202C} joined",
      Told(nil, .system, "+44\u{A0}7700\u{A0}900111 joined")),
  ]

  @Test(arguments: androidCases)
  func readsAndroidBodies(_ line: BodyCase) throws {
    let reading = try read(
      android(["A: first", line.body, "A: last"]), media: line.media)
    #expect(reading.messages.count == 3)
    #expect(reading.messages.dropFirst().first == line.told)
    #expect(reading.messages.last == Told("A", .text, "last"))
  }

  static let mark = "\u{200E}"
  static let encrypted =
    "Messages and calls are end-to-end encrypted. No one outside of this chat, not even WhatsApp, can read or "
    + "listen to them."

  static let iosCases: [BodyCase] = [
    BodyCase("A: hello", Told("A", .text, "hello")),
    BodyCase("A:", Told("A", .text, "")),
    BodyCase("A: one\r\n\r\ntwo", Told("A", .text, "one\n\ntwo")),
    BodyCase(
      "\(mark)A: \(mark)<attached: 00000004-PHOTO-2022-03-13-08-01-05.jpg>",
      Told("A", .image, nil, media: "00000004-PHOTO-2022-03-13-08-01-05.jpg", .present),
      media: ["00000004-PHOTO-2022-03-13-08-01-05.jpg"]),
    BodyCase(
      "\(mark)A: \(mark)<attached: \(mark)00000004-GIF-2022-03-13-08-01-05.mp4>",
      Told("A", .video, nil, media: "00000004-GIF-2022-03-13-08-01-05.mp4", .missing)),
    BodyCase(
      "\(mark)A: Wunderbar! \(mark)<Anhang: 00000005-STICKER-2021-05-17-09-22-00.webp>",
      Told(
        "A", .sticker, "Wunderbar!", media: "00000005-STICKER-2021-05-17-09-22-00.webp", .missing)),
    BodyCase(
      "A: before\r\n\(mark)<adjunto: 00000006-AUDIO-2021-05-18-18-03-59.opus>",
      Told("A", .voice, "before", media: "00000006-AUDIO-2021-05-18-18-03-59.opus", .missing)),
    BodyCase(
      "\(mark)A: \(mark)<anexado: 00000006-VIDEO-2021-05-18-18-03-59.mp4>\r\nafter\r\nmore",
      Told("A", .video, "after\nmore", media: "00000006-VIDEO-2021-05-18-18-03-59.mp4", .missing)),
    BodyCase(
      "A: a\r\nb \(mark)<attached: x.jpg>\r\nc",
      Told("A", .image, "a\nb\nc", media: "x.jpg", .missing)),
    BodyCase(
      "\(mark)A: \(mark)< pièce jointe : 00000001-Devis.pdf >",
      Told("A", .document, nil, media: "00000001-Devis.pdf", .missing)),
    BodyCase(
      "\u{200F}A: \u{200F}<מצורף: 00000004-PHOTO-2023-01-13-20-01-09.jpg>",
      Told("A", .image, nil, media: "00000004-PHOTO-2023-01-13-20-01-09.jpg", .missing)),
    BodyCase(
      "\u{200F}A: \u{200F}<المُرفق: 00000004-PHOTO-2023-01-13-20-01-09.jpg>",
      Told("A", .image, nil, media: "00000004-PHOTO-2023-01-13-20-01-09.jpg", .missing)),
    BodyCase("A: <附件：a b.pdf>", Told("A", .document, nil, media: "a b.pdf", .missing)),
    BodyCase(
      "A: <bir dosya.pdf eklendi>", Told("A", .document, nil, media: "bir dosya.pdf", .missing)),
    BodyCase(
      "A: 2017-03-01-PHOTO-00000012.jpg \(mark)<attached>",
      Told("A", .image, nil, media: "2017-03-01-PHOTO-00000012.jpg", .missing)),
    BodyCase(
      "\(mark)A: \(mark)Rechnung 88.pdf • \(mark)1 Seite \(mark)<Anhang: 00000007-Rechnung 88.pdf>",
      Told("A", .document, "Rechnung 88.pdf", media: "00000007-Rechnung 88.pdf", .missing)),
    BodyCase(
      "\(mark)A: \(mark)00000042-TR.vcf",
      Told(nil, .system, "00000042-TR.vcf")),
    BodyCase(
      "\(mark)A: \(mark)<attached: 00000042-TR.vcf>",
      Told("A", .contact, nil, media: "00000042-TR.vcf", .missing)),
    // Left out.
    BodyCase("\(mark)A: \(mark)image omitted", Told("A", .image, nil, .omitted)),
    BodyCase("A: Bild weggelassen", Told("A", .image, nil, .omitted)),
    BodyCase("\(mark)A: \(mark)Video omitido", Told("A", .video, nil, .omitted)),
    BodyCase("\(mark)A: \(mark)audio omis", Told("A", .audio, nil, .omitted)),
    BodyCase("\(mark)A: \(mark)figurinha omitida", Told("A", .sticker, nil, .omitted)),
    BodyCase("\(mark)A: \(mark)GIF omitted", Told("A", .video, nil, .omitted)),
    BodyCase("\(mark)A: \(mark)Contact card omitted", Told("A", .contact, nil, .omitted)),
    BodyCase("\u{200F}A: \u{200F}התמונה הושמטה", Told("A", .image, nil, .omitted)),
    BodyCase("\u{200F}A: \u{200F}لم يتم إدراج الصورة", Told("A", .image, nil, .omitted)),
    BodyCase("\(mark)A: look \(mark)image omitted", Told("A", .image, "look", .omitted)),
    BodyCase(
      "\(mark)A: \(mark)Title.pdf • \(mark)2 pages \(mark)document omitted",
      Told("A", .document, "Title.pdf", .omitted)),
    BodyCase(
      "A: Title.pdf • 2 pages document omitted", Told("A", .document, "Title.pdf", .omitted)),
    BodyCase("A: I submitted it", Told("A", .text, "I submitted it")),
    // Everything else that the app writes.
    BodyCase(
      "A: \(mark)This message was deleted.", Told("A", .deleted, "This message was deleted.")),
    BodyCase(
      "A: \(mark)Du hast diese Nachricht gelöscht.",
      Told("A", .deleted, "Du hast diese Nachricht gelöscht.")),
    BodyCase(
      "A: \(mark)Missed voice call. \(mark)Tap to call back",
      Told("A", .call, "Missed voice call. Tap to call back")),
    BodyCase("A: \(mark)Voice call. \(mark)5 min", Told("A", .call, "Voice call. 5 min")),
    BodyCase("A: \(mark)Verpasster Sprachanruf", Told("A", .call, "Verpasster Sprachanruf")),
    BodyCase("A: Voice call", Told("A", .text, "Voice call")),
    BodyCase(
      "A: \(mark)Location: https://maps.google.com/?q=1.5,2",
      Told("A", .location, "Location: https://maps.google.com/?q=1.5,2")),
    BodyCase(
      "A: \(mark)Cafe (1 High St): https://foursquare.com/v/4b0588e3f964a520c1e122e3",
      Told("A", .location, "Cafe (1 High St): https://foursquare.com/v/4b0588e3f964a520c1e122e3")),
    BodyCase(
      "A: \(mark)POLL:\r\nWhere?\r\n\(mark)OPTION: Home (\(mark)2 votes)",
      Told("A", .poll, "POLL:\nWhere?\nOPTION: Home (2 votes)")),
    BodyCase("A: fine \(mark)<This message was edited>", Told("A", .text, "fine", isEdited: true)),
    BodyCase(
      "A: two spaces  \(mark)<This message was edited>",
      Told("A", .text, "two spaces ", isEdited: true)),
    BodyCase(
      "A: كلمة \u{061C}<This message was edited>", Told("A", .text, "كلمة", isEdited: true)),
    BodyCase(
      "A: \(mark)Location:\u{A0}https://maps.google.com/?q=1.5,2",
      Told("A", .location, "Location:\u{A0}https://maps.google.com/?q=1.5,2")),
    BodyCase(
      "A: \(mark)<attached:\u{A0}00000001-PHOTO-2023-06-13-11-00-01.jpg>",
      Told("A", .image, nil, media: "00000001-PHOTO-2023-06-13-11-00-01.jpg", .missing)),
    BodyCase("A: \(mark)Ben left", Told(nil, .system, "Ben left")),
    BodyCase(
      "Some Group: \(mark)Messages and calls are end-to-end encrypted. No one outside.",
      Told(nil, .system, "Messages and calls are end-to-end encrypted. No one outside.")),
    BodyCase("A: \(Self.encrypted)", Told(nil, .system, encrypted)),
    BodyCase(
      "A: Messages and calls are end-to-end encrypted. No one outside believes it.",
      Told("A", .text, "Messages and calls are end-to-end encrypted. No one outside believes it.")),
    BodyCase(
      "A: Messages and calls are end-to-end encrypted, or so I read",
      Told("A", .text, "Messages and calls are end-to-end encrypted, or so I read")),
    BodyCase(
      "A: \u{200F}ההודעות והשיחות מוצפנות מקצה לקצה.",
      Told(nil, .system, "ההודעות והשיחות מוצפנות מקצה לקצה.")),
    BodyCase("\(mark)You created this group", Told(nil, .system, "You created this group")),
    BodyCase("A: Anna left", Told("A", .text, "Anna left")),
    // A mention begins with a mark too, but with another one.
    BodyCase(
      "A: \u{2068}@Ben Berg\u{2069} look", Told("A", .text, "\u{2068}@Ben Berg\u{2069} look")),
    BodyCase("A: \(mark)", Told("A", .text, "")),
    // Captions keep their bullets; a page count goes.
    BodyCase(
      "\(mark)A: milk • 2 eggs \(mark)<attached: x.jpg>",
      Told("A", .image, "milk • 2 eggs", media: "x.jpg", .missing)),
    BodyCase(
      "A: milk • 2 eggs \(mark)image omitted", Told("A", .image, "milk • 2 eggs", .omitted)),
    BodyCase(
      "\(mark)A: \(mark)Plan • v2.pdf \(mark)<attached: 00000003-Plan • v2.pdf>",
      Told("A", .document, "Plan • v2.pdf", media: "00000003-Plan • v2.pdf", .missing)),
    BodyCase(
      "\(mark)A: \(mark)Plan.pdf • \(mark)12 Seiten \(mark)<Anhang: 00000003-Plan.pdf>\r\n\r\nbitte",
      Told("A", .document, "Plan.pdf\n\nbitte", media: "00000003-Plan.pdf", .missing)),
    BodyCase(
      "A: one\r\ntwo \(mark)image omitted\r\nthree",
      Told("A", .image, "one\ntwo\nthree", .omitted)),
    // Calls, with and without the marks that copying loses.
    BodyCase(
      "A: Missed voice call. Tap to call back",
      Told("A", .call, "Missed voice call. Tap to call back")),
    BodyCase("A: Video call. No answer", Told("A", .call, "Video call. No answer")),
    BodyCase("A: Voice call. 1 hr 5 min", Told("A", .call, "Voice call. 1 hr 5 min")),
    BodyCase("A: Voice call. Later?", Told("A", .text, "Voice call. Later?")),
    BodyCase(
      "A: Voice call. I have 5 minutes", Told("A", .text, "Voice call. I have 5 minutes")),
    BodyCase(
      "A: \(mark)EVENT: Picnic\r\n\(mark)Event Start time: 1700000000000",
      Told("A", .text, "EVENT: Picnic\nEvent Start time: 1700000000000")),
    BodyCase(
      "A: \(mark)You received a view once message. For added privacy, you can only open it on your phone.",
      Told("A", .media, nil, .omitted)),
    BodyCase(
      "A: \(mark)\(mark)Your security code with Ben changed.",
      Told(nil, .system, "Your security code with Ben changed.")),
    BodyCase("A: \(mark)Ben pinned a message", Told(nil, .system, "Ben pinned a message")),
  ]

  // MARK: Words that no row has

  static let unknownCases: [BodyCase] = [
    BodyCase("A: <Zrrk blorp>", Told("A", .text, "<Zrrk blorp>")),
    BodyCase(
      "A: fine \(mark)<Zrrk blorp>", Told("A", .text, "fine \(mark)<Zrrk blorp>")),
    BodyCase(
      "A: IMG-20220310-WA0001.jpg (zrrk blorp)",
      Told("A", .text, "IMG-20220310-WA0001.jpg (zrrk blorp)")),
    BodyCase(
      "A: my plan.pdf (zrrk blorp)", Told("A", .text, "my plan.pdf (zrrk blorp)"),
      media: ["my plan.pdf"]),
    BodyCase(
      "A: BLORP:\nWhere?\nZRRK: Home (2 gnus)",
      Told("A", .text, "BLORP:\nWhere?\nZRRK: Home (2 gnus)")),
  ]

  @Test(arguments: unknownCases)
  func keepsUnknownWordsAsTextAndSaysSo(_ line: BodyCase) throws {
    let reading = try read(android(["A: first", line.body, "A: last"]), media: line.media)
    #expect(reading.messages.dropFirst().first == line.told)
    #expect(reading.problems.filter { $0.code == "marker-unknown" }.map(\.line) == [2])
  }

  static let unknownAppleCases: [BodyCase] = [
    BodyCase(
      "\(mark)A: \(mark)<zrrk: 00000004-PHOTO-2022-03-13-08-01-05.jpg>",
      Told("A", .text, "<zrrk: 00000004-PHOTO-2022-03-13-08-01-05.jpg>")),
    BodyCase("A: \(mark)Zrrk blorp", Told(nil, .system, "Zrrk blorp")),
    BodyCase(
      "A: \(mark)BLORP:\r\nWhere?\r\n\(mark)ZRRK: Home (\(mark)2 gnus)",
      Told("A", .text, "BLORP:\nWhere?\nZRRK: Home (2 gnus)")),
  ]

  @Test(arguments: unknownAppleCases)
  func keepsUnknownWordsOfAnIPhoneAndSaysSo(_ line: BodyCase) throws {
    let reading = try read(ios(["A: first", line.body, "A: last"]), media: line.media)
    #expect(reading.messages.dropFirst().first == line.told)
    #expect(reading.problems.filter { $0.code == "marker-unknown" }.map(\.line) == [2])
  }

  @Test func saysNothingOfWordsThatPeopleWrite() throws {
    let bodies = [
      "A: <3 you>", "A: see (the file) :)", "A: 3 < 4 > 2", "A: ok. (thanks)",
      "A: list:\nmilk (fresh)",
      "A: <b>bold</b>", "A: \u{2068}@Ben\u{2069} hi", "A: http://example.com/a.html (see there)",
    ]
    for text in [android(bodies), ios(bodies)] {
      #expect(!(try read(text).problems.contains { $0.code == "marker-unknown" }))
    }
  }

  @Test(arguments: iosCases)
  func readsAppleBodies(_ line: BodyCase) throws {
    let reading = try read(ios(["A: first", line.body, "A: last"]), media: line.media)
    #expect(reading.messages.count == 3)
    #expect(reading.messages.dropFirst().first == line.told)
    #expect(reading.messages.last == Told("A", .text, "last"))
  }
}
