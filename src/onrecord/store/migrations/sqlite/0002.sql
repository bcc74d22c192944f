-- 2: full text. Only words made by onrecord's words.py are put here, so that the tokenizer has
-- nothing to decide: it splits at blanks. rowid is the place of the article or claim.
CREATE VIRTUAL TABLE article_words USING fts5(
  headline, words, actors, outlet,
  tokenize = 'ascii', columnsize = 0
);

CREATE VIRTUAL TABLE claim_words USING fts5(
  words, actors, voices, kind, outlet,
  tokenize = 'ascii', columnsize = 0
);
