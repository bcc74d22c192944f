-- 2: full text. Only words made by onrecord's words.py are put here; no parser or dictionary of
-- the server sees them. rowid is the place of the article or claim. A lexeme is a word with the
-- letter of its column before it; it has no position, for positions end at 16383: the columns
-- themselves say whether a phrase stands in them.
CREATE FUNCTION lexemes_of(letter TEXT, words TEXT) RETURNS TEXT[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
AS $$ SELECT coalesce(array_agg(DISTINCT letter || word), '{}')
      FROM unnest(string_to_array(words, ' ')) AS word $$;

CREATE TABLE article_words (
  rowid BIGINT PRIMARY KEY,
  headline TEXT NOT NULL,
  words TEXT NOT NULL,
  actors TEXT NOT NULL,
  outlet TEXT NOT NULL,
  lexemes TSVECTOR NOT NULL GENERATED ALWAYS AS (
    array_to_tsvector(onrecord.lexemes_of('h', headline) || onrecord.lexemes_of('w', words)
      || onrecord.lexemes_of('a', actors) || onrecord.lexemes_of('o', outlet))
  ) STORED
);
CREATE INDEX article_lexemes ON article_words USING gin (lexemes);

CREATE TABLE claim_words (
  rowid BIGINT PRIMARY KEY,
  words TEXT NOT NULL,
  actors TEXT NOT NULL,
  voices TEXT NOT NULL,
  kind TEXT NOT NULL,
  outlet TEXT NOT NULL,
  lexemes TSVECTOR NOT NULL GENERATED ALWAYS AS (
    array_to_tsvector(onrecord.lexemes_of('w', words) || onrecord.lexemes_of('a', actors)
      || onrecord.lexemes_of('v', voices) || onrecord.lexemes_of('k', kind)
      || onrecord.lexemes_of('o', outlet))
  ) STORED
);
CREATE INDEX claim_lexemes ON claim_words USING gin (lexemes);
