internal import JSONText

extension ObjectList {
  /// The numbers of the inbox; where none was put in, its own, if it has one.
  static let whatsAppAccounts = ObjectList(
    table: "whatsapp_account", keyMember: "phone_number", showsID: false,
    wanted: { request throws -> Test? in
      guard let wanted = try request.flag("this_instance") else { return nil }
      return { ($0["this_instance"]?.bool ?? false) == wanted }
    },
    own: { service, database throws -> String? in
      guard let number = try service.ownNumber(database) else { return nil }
      var json = JSONWriter()
      json.beginObject()
      json.key("phone_number")
      json.string(number)
      json.key("this_instance")
      json.bool(true)
      json.endObject()
      return String(decoding: json.bytes, as: UTF8.self)
    })
}
