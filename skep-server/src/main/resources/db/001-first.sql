-- Times are milliseconds since 1970 in UTC. "body" columns hold a record as model.Codec writes it.

CREATE TABLE feed (
  id INTEGER PRIMARY KEY AUTOINCREMENT,   -- never reused: clients remember it
  url TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,                     -- FEED, SITEMAP, PAGES (saved or ingested; never polled)
  site TEXT,
  title TEXT,
  folder TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL,                    -- ACTIVE, PAUSED, GONE
  full_text TEXT NOT NULL,                -- ALWAYS, WHEN_TRUNCATED, NEVER
  news INTEGER NOT NULL DEFAULT 0,
  added INTEGER NOT NULL,
  etag TEXT,
  last_modified TEXT,
  validators_url TEXT,                    -- the address, after redirects, that gave those two
  next_check INTEGER NOT NULL,
  last_check INTEGER,
  last_ok INTEGER,
  failures INTEGER NOT NULL DEFAULT 0,
  hold_until INTEGER,
  hold_reason TEXT,
  interval_seconds INTEGER NOT NULL,
  redirect_count INTEGER NOT NULL DEFAULT 0,
  redirect_first INTEGER,
  redirect_target TEXT,
  gone_since INTEGER,
  hub TEXT,
  hub_lease_end INTEGER,
  polls INTEGER NOT NULL DEFAULT 0,
  last_poll BLOB                          -- a PollReport
);
CREATE INDEX feed_due ON feed (state, next_check);

CREATE TABLE host (
  key TEXT PRIMARY KEY,
  hold_until INTEGER,
  hold_reason TEXT,
  strikes INTEGER NOT NULL DEFAULT 0,     -- 429s in a row
  last_end INTEGER,
  crawl_delay_millis INTEGER
) WITHOUT ROWID;

CREATE TABLE entry (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  feed INTEGER NOT NULL REFERENCES feed (id) ON DELETE CASCADE,
  key TEXT NOT NULL,
  link TEXT,                              -- normalised
  title TEXT,
  hash TEXT NOT NULL,                     -- of what the feed lists
  published INTEGER,
  first_seen INTEGER NOT NULL,
  last_seen INTEGER NOT NULL,
  state TEXT NOT NULL,                    -- WAITING, ARTICLE, NO_ARTICLE, FAILED, PURGED
  due INTEGER,                            -- next try while WAITING
  tries INTEGER NOT NULL DEFAULT 0,
  reason TEXT,                            -- evidence for NO_ARTICLE and FAILED
  article INTEGER,
  body BLOB,                              -- the model.Entry, while WAITING
  lane TEXT NOT NULL,                     -- one of a lane is worked on at a time: its page's host
  UNIQUE (feed, key)
);
CREATE INDEX entry_due ON entry (lane, due) WHERE state = 'WAITING';
CREATE INDEX entry_article ON entry (article);
CREATE INDEX entry_link ON entry (feed, link);

-- An article as it is now. What it was is in revision.
CREATE TABLE article (
  id INTEGER PRIMARY KEY,
  revision INTEGER NOT NULL,
  seq INTEGER NOT NULL,                   -- log entry of its first arrival
  changed_seq INTEGER NOT NULL,           -- last log entry that changed anything a search sees
  url TEXT NOT NULL,
  outlet TEXT NOT NULL,
  publisher TEXT,
  title TEXT NOT NULL,
  standfirst TEXT,
  byline TEXT NOT NULL,                   -- joined by ", "
  language TEXT NOT NULL,
  published TEXT,                         -- as stated, ISO 8601
  dated INTEGER NOT NULL,                 -- the time it is ordered by; never changes
  first_seen INTEGER NOT NULL,
  updated INTEGER NOT NULL,               -- when this revision arrived
  image TEXT,
  paywalled INTEGER NOT NULL,
  reserved TEXT NOT NULL,                 -- joined by ","
  words INTEGER NOT NULL,
  hash TEXT NOT NULL
);
CREATE INDEX article_changed ON article (changed_seq);
CREATE INDEX article_dated ON article (dated);
CREATE INDEX article_outlet ON article (outlet, dated);

CREATE TABLE revision (
  article INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  revision INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  at INTEGER NOT NULL,
  title TEXT NOT NULL,
  hash TEXT NOT NULL,
  body BLOB NOT NULL,                     -- the model.Analysis, deflated
  PRIMARY KEY (article, revision)
) WITHOUT ROWID;

-- The one ordered input log: everything derived is derived from it.
CREATE TABLE log (
  seq INTEGER PRIMARY KEY,                -- from 1, without gaps
  at INTEGER NOT NULL,
  kind TEXT NOT NULL,                     -- ARRIVED, CORRECTED, PURGED
  article INTEGER,
  revision INTEGER,
  body BLOB                               -- the model.Correction
);

CREATE TABLE tombstone (
  article INTEGER PRIMARY KEY,
  hash TEXT NOT NULL,
  at INTEGER NOT NULL
);

CREATE TABLE page (
  article INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  url TEXT NOT NULL,
  fetched INTEGER NOT NULL,
  blob TEXT NOT NULL,
  PRIMARY KEY (article, revision)
) WITHOUT ROWID;
CREATE INDEX page_blob ON page (blob);
CREATE INDEX page_fetched ON page (fetched);

CREATE TABLE blob (
  hash TEXT PRIMARY KEY,                  -- SHA-256 of the bytes before compression
  length INTEGER NOT NULL,
  bytes BLOB NOT NULL                     -- gzip
) WITHOUT ROWID;

CREATE TABLE site_profile (
  host TEXT PRIMARY KEY,
  updated INTEGER NOT NULL,
  body BLOB NOT NULL
) WITHOUT ROWID;

CREATE TABLE ingest (
  source TEXT PRIMARY KEY,                -- which archive or folder
  position INTEGER NOT NULL,              -- everything before it is acknowledged
  done INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;

-- Derived: emptied and replayed from the log by a rebuild. covered says up to where they go.
CREATE TABLE covered (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  seq INTEGER NOT NULL,
  code TEXT NOT NULL
);

CREATE TABLE snapshot (
  seq INTEGER NOT NULL,
  part INTEGER NOT NULL,
  code TEXT NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (seq, part)
) WITHOUT ROWID;

CREATE TABLE copy (
  article INTEGER PRIMARY KEY,
  lineage INTEGER NOT NULL,
  origin INTEGER,
  kind TEXT NOT NULL,
  seq INTEGER NOT NULL,
  body BLOB NOT NULL
);
CREATE INDEX copy_lineage ON copy (lineage);

CREATE TABLE person (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  first_seen INTEGER NOT NULL,
  last_seen INTEGER NOT NULL,
  roles INTEGER NOT NULL,                 -- how many; 0 for somebody known by name alone
  hidden INTEGER NOT NULL DEFAULT 0,
  quotes INTEGER NOT NULL DEFAULT 0,
  reports INTEGER NOT NULL DEFAULT 0,     -- independent ones
  seq INTEGER NOT NULL,
  body BLOB NOT NULL
);

CREATE TABLE person_alias (
  person INTEGER NOT NULL,
  alias TEXT NOT NULL,
  folded TEXT NOT NULL,
  PRIMARY KEY (person, alias)
) WITHOUT ROWID;
CREATE INDEX person_alias_folded ON person_alias (folded);

CREATE TABLE person_link (
  article INTEGER NOT NULL,
  speaker TEXT NOT NULL,
  person INTEGER NOT NULL,
  PRIMARY KEY (article, speaker)
) WITHOUT ROWID;
CREATE INDEX person_link_person ON person_link (person);

CREATE TABLE person_redirect (
  person INTEGER PRIMARY KEY,
  target INTEGER NOT NULL
);

CREATE TABLE quote (
  article INTEGER NOT NULL,
  n INTEGER NOT NULL,                     -- index in the analysis
  revision INTEGER NOT NULL,
  type TEXT NOT NULL,
  speaker TEXT,
  kind TEXT NOT NULL,
  person INTEGER,
  within INTEGER NOT NULL,
  confidence REAL NOT NULL,
  words TEXT NOT NULL,
  begin_at INTEGER NOT NULL,
  end_at INTEGER NOT NULL,
  dated INTEGER NOT NULL,
  PRIMARY KEY (article, n)
) WITHOUT ROWID;
CREATE INDEX quote_person ON quote (person, dated);

CREATE TABLE story (
  id INTEGER PRIMARY KEY,
  language_group INTEGER NOT NULL,        -- stories of one event in several languages
  lead INTEGER,                           -- the article whose headline it shows
  headline TEXT NOT NULL,
  first_at INTEGER NOT NULL,
  last_at INTEGER NOT NULL,
  articles INTEGER NOT NULL,
  reports INTEGER NOT NULL,               -- independent ones: lineages, not outlets
  outlets INTEGER NOT NULL,
  languages TEXT NOT NULL,                -- joined by ","
  seq INTEGER NOT NULL
);
CREATE INDEX story_last ON story (last_at);
CREATE INDEX story_group ON story (language_group);

CREATE TABLE story_member (
  article INTEGER PRIMARY KEY,
  story INTEGER NOT NULL,
  reasons TEXT NOT NULL,                  -- one a line
  confidence REAL NOT NULL,
  seq INTEGER NOT NULL
);
CREATE INDEX story_member_story ON story_member (story);

CREATE TABLE story_redirect (
  story INTEGER PRIMARY KEY,
  target INTEGER NOT NULL
);

-- What users do.
CREATE TABLE user (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
);
INSERT INTO user (id, name) VALUES (1, 'reader');

CREATE TABLE user_article (
  user INTEGER NOT NULL REFERENCES user (id) ON DELETE CASCADE,
  article INTEGER NOT NULL,
  read_at INTEGER,
  starred_at INTEGER,
  PRIMARY KEY (user, article)
) WITHOUT ROWID;
CREATE INDEX user_article_starred ON user_article (user, starred_at) WHERE starred_at IS NOT NULL;

CREATE TABLE user_label (
  user INTEGER NOT NULL REFERENCES user (id) ON DELETE CASCADE,
  article INTEGER NOT NULL,
  label TEXT NOT NULL,
  PRIMARY KEY (user, article, label)
) WITHOUT ROWID;
CREATE INDEX user_label_label ON user_label (user, label);

CREATE TABLE user_mute (
  user INTEGER NOT NULL REFERENCES user (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,                     -- STORY, ARTICLE: derived from the log; WORD, OUTLET
  value TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (user, kind, value)
) WITHOUT ROWID;

CREATE TABLE user_setting (
  user INTEGER NOT NULL REFERENCES user (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (user, name)
) WITHOUT ROWID;
