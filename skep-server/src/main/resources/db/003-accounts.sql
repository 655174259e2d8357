-- Derived: what the reports of a story tell differently, compared after the story changed.
CREATE TABLE story_account (
  story INTEGER PRIMARY KEY,
  accounts INTEGER NOT NULL,              -- how many
  body BLOB NOT NULL                      -- a list of model.Account
);

-- Stories that changed since they were compared.
CREATE TABLE story_uncompared (
  story INTEGER PRIMARY KEY
);
INSERT INTO story_uncompared (story) SELECT id FROM story WHERE reports > 1;
