-- Who may sign in. A user without a password cannot; as long as nobody can, this machine alone is served.
ALTER TABLE user ADD COLUMN password TEXT;

CREATE TABLE session (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  hash TEXT NOT NULL UNIQUE,              -- SHA-256 of the cookie's value
  user INTEGER NOT NULL REFERENCES user (id) ON DELETE CASCADE,
  created INTEGER NOT NULL,
  last_used INTEGER NOT NULL,
  agent TEXT NOT NULL
);
CREATE INDEX session_user ON session (user);

CREATE TABLE token (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  hash TEXT NOT NULL UNIQUE,              -- SHA-256 of the token
  user INTEGER NOT NULL REFERENCES user (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  scope TEXT NOT NULL,                    -- READ, WRITE, ADMIN
  created INTEGER NOT NULL,
  expires INTEGER,
  last_used INTEGER
);
CREATE INDEX token_user ON token (user);
