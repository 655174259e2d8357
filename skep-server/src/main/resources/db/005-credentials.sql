-- Names and passwords of feeds, sealed with the key file beside the database; no address holds them.
CREATE TABLE credential (
  feed INTEGER PRIMARY KEY REFERENCES feed (id) ON DELETE CASCADE,
  sealed BLOB NOT NULL
);
