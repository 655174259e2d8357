-- Subscriptions at hubs (WebSub). One may outlive its feed, until its hub has been told.
CREATE TABLE push (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  feed INTEGER,                           -- NULL when the feed is gone
  hub TEXT NOT NULL,
  topic TEXT NOT NULL,
  origin TEXT NOT NULL,                   -- our own, which the hub was told
  path TEXT NOT NULL UNIQUE,              -- SHA-256 of what the callback's path ends with
  sealed BLOB NOT NULL,                   -- that ending, and the key of the signatures
  state TEXT NOT NULL,                    -- ASKED, ACTIVE, LEAVING
  due INTEGER NOT NULL,                   -- when the hub is asked next
  tries INTEGER NOT NULL DEFAULT 0,       -- how often it was asked since it last answered
  lease_end INTEGER,
  problem TEXT                            -- what it said to the last try, when that was no
);
CREATE INDEX push_due ON push (due);
CREATE INDEX push_feed ON push (feed);
