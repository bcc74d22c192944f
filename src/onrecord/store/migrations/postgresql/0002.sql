-- 2: full text. Only words made by onrecord's words.py are put here; no parser or dictionary of
-- the server sees them. rowid is the place of the article or claim. A lexeme is a word with the
-- letter of its column before it; it has no position, for positions end at 16383: the columns
-- themselves say whether a phrase stands in them.
CREATE TABLE article_words (
  rowid BIGINT PRIMARY KEY,
  headline TEXT NOT NULL,
  words TEXT NOT NULL,
  actors TEXT NOT NULL,
  outlet TEXT NOT NULL,
  lexemes TSVECTOR NOT NULL GENERATED ALWAYS AS (array_to_tsvector(string_to_array(
    'h' || replace(headline, ' ', ' h') || ' w' || replace(words, ' ', ' w')
    || ' a' || replace(actors, ' ', ' a') || ' o' || replace(outlet, ' ', ' o'), ' '))) STORED
);
CREATE INDEX article_lexemes ON article_words USING gin (lexemes);

CREATE TABLE claim_words (
  rowid BIGINT PRIMARY KEY,
  words TEXT NOT NULL,
  actors TEXT NOT NULL,
  voices TEXT NOT NULL,
  kind TEXT NOT NULL,
  outlet TEXT NOT NULL,
  lexemes TSVECTOR NOT NULL GENERATED ALWAYS AS (array_to_tsvector(string_to_array(
    'w' || replace(words, ' ', ' w') || ' a' || replace(actors, ' ', ' a')
    || ' v' || replace(voices, ' ', ' v') || ' k' || replace(kind, ' ', ' k')
    || ' o' || replace(outlet, ' ', ' o'), ' '))) STORED
);
CREATE INDEX claim_lexemes ON claim_words USING gin (lexemes);
