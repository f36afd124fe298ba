ALTER TABLE passage ADD COLUMN word_index tsvector, ADD COLUMN who_index tsvector;
CREATE INDEX passage_words ON passage USING gin (word_index);
CREATE INDEX passage_who ON passage USING gin (who_index);
ALTER TABLE capture ALTER COLUMN record SET STORAGE EXTERNAL;
ALTER TABLE body ALTER COLUMN text SET STORAGE EXTERNAL;
ALTER TABLE reading ALTER COLUMN body SET STORAGE EXTERNAL;
