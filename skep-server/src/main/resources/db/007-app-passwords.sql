-- Passwords of reader apps, made by us: hashes alone. An app shows either the password or, as Fever has it, md5(name:password).
CREATE TABLE app_password (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  user INTEGER NOT NULL REFERENCES user (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  hash TEXT NOT NULL UNIQUE,              -- SHA-256 of the password
  fever TEXT NOT NULL UNIQUE,             -- SHA-256 of what Fever's apps send
  created INTEGER NOT NULL,
  last_used INTEGER
);
CREATE INDEX app_password_user ON app_password (user);
