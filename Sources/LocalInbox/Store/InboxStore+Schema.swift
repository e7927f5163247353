extension InboxStore {
  /// Only ever appended to.
  static let schema = [
    """
    CREATE TABLE meta(key TEXT PRIMARY KEY, value) WITHOUT ROWID;
    INSERT INTO meta VALUES('salt', randomblob(8));

    CREATE TABLE media(
      id TEXT PRIMARY KEY,
      sha256 TEXT NOT NULL,
      size INTEGER NOT NULL,
      mime_type TEXT NOT NULL
    ) WITHOUT ROWID;

    CREATE TABLE chat(
      number INTEGER PRIMARY KEY,
      wa_id TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL,
      -- name and number in small letters, for the search
      folded TEXT NOT NULL,
      -- of the newest message, POSIX seconds
      last_time INTEGER,
      messages INTEGER NOT NULL DEFAULT 0
    );
    CREATE INDEX chat_by_time ON chat(last_time, wa_id);

    CREATE TABLE message(
      row INTEGER PRIMARY KEY AUTOINCREMENT,
      chat INTEGER NOT NULL REFERENCES chat,
      -- POSIX seconds
      time INTEGER NOT NULL,
      from_us INTEGER NOT NULL,
      type TEXT NOT NULL,
      -- the body, or a medium's caption
      text TEXT,
      media TEXT REFERENCES media,
      file_name TEXT,
      -- text and file name in small letters, where they are not ASCII
      folded TEXT
    );
    CREATE INDEX message_by_chat ON message(chat, time, row, from_us);
    CREATE INDEX message_by_time ON message(time, row, from_us);
    """,
    listTables + additionsToChatsAndMessages + taggingsAndEvents,
    partner,
    """
    -- Objects of the online platform, as another server wrote them.
    CREATE TABLE online_object(
      account INTEGER NOT NULL,
      kind TEXT NOT NULL,
      id INTEGER NOT NULL,
      -- a message's conversation, a member's team or inbox; 0 for none
      parent INTEGER NOT NULL,
      -- POSIX seconds; 0 for none
      time INTEGER NOT NULL,
      object TEXT NOT NULL,
      PRIMARY KEY(account, kind, id)
    ) WITHOUT ROWID;
    CREATE INDEX online_object_by_parent ON online_object(account, kind, parent, id);
    """,
  ]

  /// The partner's side: numbers, and the inboxes that they are connected to. A fresh platform has two numbers, out of the
  /// range that is kept for examples.
  private static let partner = """
    CREATE TABLE partner_number(
      number TEXT PRIMARY KEY,
      display_name TEXT NOT NULL,
      business_name TEXT NOT NULL,
      -- POSIX seconds
      created INTEGER NOT NULL,
      is_coexistence INTEGER NOT NULL
    ) WITHOUT ROWID;
    INSERT INTO partner_number VALUES
      ('447700900001', 'Rehearsal', 'Local platform', strftime('%s', 'now') + 0, 0),
      ('447700900002', 'Rehearsal with phone', 'Local platform', strftime('%s', 'now') + 0, 1);
    CREATE TABLE partner_inbox(
      -- A number that was given away once is never given again.
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      number TEXT NOT NULL UNIQUE REFERENCES partner_number,
      account INTEGER NOT NULL,
      server TEXT NOT NULL,
      name TEXT NOT NULL,
      reference TEXT,
      imports_history INTEGER NOT NULL
    );
    """

  /// Lists of objects that are kept as JSON text. A number that was given away once is never given again.
  private static let listTables =
    [
      "user_account", "user_group", "tag", "saved_response", "webhook", "template", "waba_error",
      "whatsapp_account", "contact_card", "blocked_contact",
    ].map {
      """
      CREATE TABLE \($0)(
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        -- what a path names it by, where that is not its number
        key TEXT UNIQUE,
        object TEXT NOT NULL
      );

      """
    }.joined() + """
      CREATE TABLE setting(key TEXT PRIMARY KEY, object TEXT NOT NULL) WITHOUT ROWID;

      INSERT INTO user_group(number, object) VALUES(1, '{"id":1,"name":"App integration"}');
      -- The owner, whose url depends on where the inbox answers.
      INSERT INTO user_account(number, object) VALUES(1, '{"id":1,"username":"local",\
      "first_name":"","last_name":"","email":"","profile":{"role":"app","is_available":true,\
      "avatar":null,"large_avatar":null},"groups":[{"id":1,"name":"App integration"}],\
      "permissions":{"can_use_tags":true,"can_read_chats":"all","can_write_to_chats":"all"}}');

      """

  private static let additionsToChatsAndMessages = """
    -- A medium that was taken away again; messages still name it.
    ALTER TABLE media ADD COLUMN is_gone INTEGER NOT NULL DEFAULT 0;

    -- 0 for a person with whom there is no chat
    ALTER TABLE chat ADD COLUMN is_chat INTEGER NOT NULL DEFAULT 1;
    -- objects that were put in as another server wrote them, without what the tables keep themselves
    ALTER TABLE chat ADD COLUMN object TEXT;
    ALTER TABLE chat ADD COLUMN person TEXT;
    ALTER TABLE chat ADD COLUMN assigned_user INTEGER REFERENCES user_account ON DELETE SET NULL;
    ALTER TABLE chat ADD COLUMN assigned_group INTEGER REFERENCES user_group ON DELETE SET NULL;
    CREATE INDEX chat_by_user ON chat(assigned_user) WHERE assigned_user IS NOT NULL;
    CREATE INDEX chat_by_group ON chat(assigned_group) WHERE assigned_group IS NOT NULL;

    -- as another server wrote it, without its tags; NULL for what an import brought
    ALTER TABLE message ADD COLUMN object TEXT;
    -- whether that object had tags, chat_tags (1, 2)
    ALTER TABLE message ADD COLUMN had INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE message ADD COLUMN own_id TEXT;
    ALTER TABLE message ADD COLUMN waba_id TEXT;
    CREATE UNIQUE INDEX message_by_own_id ON message(own_id) WHERE own_id IS NOT NULL;
    CREATE INDEX message_by_waba_id ON message(waba_id) WHERE waba_id IS NOT NULL;
    CREATE INDEX message_by_object ON message(chat, time) WHERE object IS NOT NULL;

    -- How many messages each span of 65536 seconds has; chat 0 is the whole inbox.
    CREATE TABLE message_span(
      chat INTEGER NOT NULL,
      span INTEGER NOT NULL,
      messages INTEGER NOT NULL,
      PRIMARY KEY(chat, span)
    ) WITHOUT ROWID;
    INSERT INTO message_span SELECT chat, time >> 16, count(*) FROM message GROUP BY 1, 2;
    INSERT INTO message_span SELECT 0, span, sum(messages) FROM message_span GROUP BY 2;

    """

  private static let taggingsAndEvents = """
    CREATE TABLE chat_tagging(
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      tag INTEGER NOT NULL REFERENCES tag ON DELETE CASCADE,
      target INTEGER NOT NULL REFERENCES chat ON DELETE CASCADE,
      -- JSON
      extra TEXT NOT NULL,
      UNIQUE(target, tag)
    );
    CREATE INDEX chat_tagging_by_tag ON chat_tagging(tag, target);

    CREATE TABLE message_tagging(
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      tag INTEGER NOT NULL REFERENCES tag ON DELETE CASCADE,
      target INTEGER NOT NULL REFERENCES message ON DELETE CASCADE,
      extra TEXT NOT NULL,
      UNIQUE(target, tag)
    );
    CREATE INDEX message_tagging_by_tag ON message_tagging(tag, target);

    CREATE TABLE event(
      row INTEGER PRIMARY KEY AUTOINCREMENT,
      -- 'chat_tagging', 'message_tagging', 'chat_assignment'
      kind TEXT NOT NULL,
      chat INTEGER NOT NULL REFERENCES chat ON DELETE CASCADE,
      -- WhatsApp's id of a message that was tagged
      message TEXT,
      time INTEGER NOT NULL,
      -- JSON, without the users that the next columns name
      object TEXT NOT NULL,
      done_by INTEGER,
      user_set INTEGER
    );
    CREATE INDEX event_by_time ON event(kind, time, row);
    CREATE INDEX event_by_chat ON event(kind, chat, time, row);
    """
}
