-- 1: what was given, what was read in it, what failed, what people decided.
PRAGMA application_id = 1869509219;

CREATE TABLE migrations (
  number INTEGER PRIMARY KEY,
  at TEXT NOT NULL
) STRICT;

-- The bytes as they were given, zlib, by the SHA-256 of what they unpack to.
CREATE TABLE originals (
  digest TEXT PRIMARY KEY,
  bytes BLOB NOT NULL
) STRICT;

-- place: the article's day above forty bits of its id; descending it is "newest first".
-- page and reading: JSON of the records (the page without its bytes), the reading in zlib.
CREATE TABLE articles (
  id TEXT PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  place INTEGER NOT NULL UNIQUE,
  name TEXT NOT NULL,
  url TEXT,
  title TEXT,
  outlet TEXT,
  published TEXT,
  original TEXT NOT NULL REFERENCES originals (digest),
  page BLOB NOT NULL,
  reading BLOB NOT NULL
) STRICT;
CREATE INDEX articles_by_name ON articles (name);
CREATE INDEX articles_by_url ON articles (url);
CREATE INDEX articles_by_original ON articles (original);

-- A claim's id is that of its words: two articles that print one text share it. number: which
-- claim of its reading it is, from 0.
CREATE TABLE claims (
  place INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  article TEXT NOT NULL REFERENCES articles (id),
  number INTEGER NOT NULL
) STRICT;
CREATE INDEX claims_by_id ON claims (id);
CREATE INDEX claims_by_article ON claims (article);

-- id: a digest of the name.
CREATE TABLE failures (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  key TEXT,
  error TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;

-- Appended only; no two follow the same one.
CREATE TABLE judgements (
  number INTEGER PRIMARY KEY,
  digest TEXT NOT NULL UNIQUE,
  before TEXT NOT NULL UNIQUE,
  record BLOB NOT NULL
) STRICT;
