internal import InboxAPI
package import JSONText

/// Where a webhook of a backup lacks what was left out.
package struct SecretPlaces: Sendable, Equatable {
  /// Names of headers.
  package let headers: [String]
  /// Names of parameters in the address.
  package let parameters: [String]
  /// Whether the address lacks a user or a password.
  package let lacksUser: Bool

  package var isEmpty: Bool { headers.isEmpty && parameters.isEmpty && !lacksUser }

  package init(webhook row: JSONValue) {
    headers = (row["headers"]?.members ?? []).filter { $0.value.string == SecretFilter.mark }.map(
      \.key)
    let url = row["url"]?.string ?? ""
    parameters = Self.pairs(of: url).filter { $0.hasSuffix("=" + SecretFilter.mark) }.map {
      String($0.dropLast(SecretFilter.mark.count + 1))
    }
    lacksUser = url.contains("://\(SecretFilter.mark)@")
  }

  /// The address with values in the places of parameters that were left out.
  package static func filled(_ url: String, _ values: [String: String]) -> String {
    guard let mark = url.firstIndex(of: "?") else { return url }
    let pairs = pairs(of: url).map { pair in
      let name = String(pair.prefix { $0 != "=" })
      guard pair == name + "=" + SecretFilter.mark, let value = values[name] else { return pair }
      return name + "=" + value
    }
    return url[...mark] + pairs.joined(separator: "&")
  }

  /// An address as a backup has it, without secrets: by it webhooks are compared.
  package static func address(_ url: String?) -> String? {
    guard let url else { return nil }
    var json = JSONWriter()
    json.beginObject()
    json.key("url")
    json.string(url)
    json.endObject()
    guard let row = try? JSONValue(parsing: json.bytes) else { return url }
    var filter = SecretFilter(.getChat)
    return (try? filter.cleaned(row))?["url"]?.string ?? url
  }

  private static func pairs(of url: String) -> [String] {
    guard let mark = url.firstIndex(of: "?") else { return [] }
    return url[url.index(after: mark)...].split(separator: "&", omittingEmptySubsequences: false)
      .map(String.init)
  }
}
