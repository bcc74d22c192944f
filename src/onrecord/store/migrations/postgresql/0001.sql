-- 1: what was given, what was read in it, what failed, what people decided.
CREATE SCHEMA IF NOT EXISTS onrecord;

CREATE TABLE migrations (
  number BIGINT PRIMARY KEY,
  at TEXT NOT NULL
);

-- The bytes as they were given, zlib, by the SHA-256 of what they unpack to.
CREATE TABLE originals (
  digest TEXT COLLATE "C" PRIMARY KEY,
  bytes BYTEA NOT NULL
);
ALTER TABLE originals ALTER COLUMN bytes SET STORAGE EXTERNAL;

-- place: the article's day above forty bits of its id; descending it is "newest first".
-- page and reading: JSON of the records (the page without its bytes), the reading in zlib.
CREATE TABLE articles (
  id TEXT COLLATE "C" PRIMARY KEY,
  key TEXT COLLATE "C" NOT NULL UNIQUE,
  place BIGINT NOT NULL UNIQUE,
  name TEXT COLLATE "C" NOT NULL,
  url TEXT COLLATE "C",
  title TEXT,
  outlet TEXT,
  published TEXT,
  original TEXT COLLATE "C" NOT NULL REFERENCES originals (digest),
  page BYTEA NOT NULL,
  reading BYTEA NOT NULL
);
ALTER TABLE articles ALTER COLUMN reading SET STORAGE EXTERNAL;
-- By digest: a name or an address may be longer than an index entry.
CREATE INDEX articles_by_name ON articles USING hash (name);
CREATE INDEX articles_by_url ON articles USING hash (url);
CREATE INDEX articles_by_original ON articles (original);

-- A claim's id is that of its words: two articles that print one text share it. number: which
-- claim of its reading it is, from 0.
CREATE TABLE claims (
  place BIGINT PRIMARY KEY,
  id TEXT COLLATE "C" NOT NULL,
  article TEXT COLLATE "C" NOT NULL REFERENCES articles (id),
  number BIGINT NOT NULL
);
CREATE INDEX claims_by_id ON claims (id);
CREATE INDEX claims_by_article ON claims (article);

-- id: a digest of the name, which may be longer than an index entry.
CREATE TABLE failures (
  id TEXT COLLATE "C" PRIMARY KEY,
  name TEXT COLLATE "C" NOT NULL,
  key TEXT COLLATE "C",
  error TEXT NOT NULL,
  at TEXT NOT NULL
);

-- Appended only; no two follow the same one.
CREATE TABLE judgements (
  number BIGINT PRIMARY KEY,
  digest TEXT COLLATE "C" NOT NULL UNIQUE,
  before TEXT COLLATE "C" NOT NULL UNIQUE,
  record BYTEA NOT NULL
);
