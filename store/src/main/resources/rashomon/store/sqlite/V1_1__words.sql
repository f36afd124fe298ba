-- Words come cut and folded, with spaces between; ascii takes them as they are.
CREATE VIRTUAL TABLE passage_words USING fts5(
  words, who, content='', contentless_delete=1, tokenize='ascii'
);
