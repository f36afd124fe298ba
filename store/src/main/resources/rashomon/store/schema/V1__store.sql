-- ${text}, ${blob} and ${key} are what the database calls them. Times are microseconds since 1970, UTC; yes is 1, no is 0.

-- What was seen, as it came.
CREATE TABLE capture (
  id ${text} PRIMARY KEY,
  seen BIGINT NOT NULL,
  url ${text} NOT NULL,
  sha256 ${text} NOT NULL,
  content_type ${text},
  size BIGINT NOT NULL,
  record ${blob} NOT NULL
);
CREATE INDEX capture_seen ON capture (seen, id);
CREATE INDEX capture_url ON capture (url);

-- Captures that nothing was derived from yet.
CREATE TABLE waiting (
  seen BIGINT NOT NULL,
  capture ${text} NOT NULL REFERENCES capture (id),
  PRIMARY KEY (seen, capture)
);

CREATE TABLE body (
  sha256 ${text} PRIMARY KEY,
  text ${blob} NOT NULL
);

-- Each capture of a report; number is null where title and text are those of the capture before.
CREATE TABLE version (
  report ${text} NOT NULL,
  capture ${text} NOT NULL REFERENCES capture (id),
  seen BIGINT NOT NULL,
  number INTEGER,
  at BIGINT NOT NULL, -- published, else seen
  file ${text} NOT NULL,
  url ${text},
  outlet ${text},
  title ${text} NOT NULL,
  published ${text},
  modified ${text},
  stamped ${text},
  language ${text} NOT NULL,
  authors ${text} NOT NULL,
  credit ${text},
  stub INTEGER NOT NULL,
  body ${text} NOT NULL REFERENCES body (sha256),
  PRIMARY KEY (report, seen, capture)
);
CREATE INDEX version_capture ON version (capture);
CREATE INDEX version_url ON version (url);
CREATE INDEX version_body ON version (body);
CREATE INDEX version_first ON version (seen, capture, report) WHERE number = 1;

CREATE TABLE reading (
  report ${text} NOT NULL,
  capture ${text} NOT NULL REFERENCES capture (id),
  engine ${text} NOT NULL,
  shape INTEGER NOT NULL,
  body ${blob} NOT NULL,
  PRIMARY KEY (report, capture)
);
CREATE INDEX reading_capture ON reading (capture);

-- What can be searched: the latest version of each report as a whole (statement 0), and the statements of all versions,
-- each once, as the last version that has it gives it. Spans are start-end, with commas between.
CREATE TABLE passage (
  doc ${key},
  report ${text} NOT NULL,
  capture ${text} NOT NULL REFERENCES capture (id),
  statement INTEGER NOT NULL,
  party ${text},
  words ${text},
  spans ${text} NOT NULL,
  cue ${text},
  cue_span ${text},
  denied INTEGER NOT NULL,
  first INTEGER NOT NULL, -- number of the first version that has it
  gone INTEGER, -- number of the first version that lacks it after the last that has it
  gone_at BIGINT,
  outlet ${text},
  at BIGINT NOT NULL -- when it was first told
);
CREATE UNIQUE INDEX passage_report ON passage (report, capture, statement);
CREATE INDEX passage_capture ON passage (capture);
CREATE INDEX passage_at ON passage (at);

CREATE TABLE rejection (
  id ${text} PRIMARY KEY,
  capture ${text},
  seen BIGINT NOT NULL,
  file ${text} NOT NULL,
  code ${text} NOT NULL,
  why ${text} NOT NULL
);

CREATE TABLE sketch (
  report ${text} PRIMARY KEY,
  body ${blob} NOT NULL
);

CREATE TABLE story (
  id ${text} PRIMARY KEY,
  storyline ${text} NOT NULL,
  change INTEGER NOT NULL, -- counts what happened to its reports
  compared INTEGER NOT NULL, -- the change that its comparison knows
  title ${text},
  first BIGINT,
  last BIGINT,
  reports INTEGER,
  origins INTEGER,
  contested INTEGER
);
CREATE INDEX story_last ON story (last, id);
CREATE INDEX story_storyline ON story (storyline);

CREATE TABLE placement (
  report ${text} PRIMARY KEY,
  story ${text} NOT NULL REFERENCES story (id)
);
CREATE INDEX placement_story ON placement (story);

-- Where reports were while every report is placed anew, of stories whose comparison is not out of date; empty at any
-- other time.
CREATE TABLE former (
  report ${text} PRIMARY KEY,
  story ${text} NOT NULL
);
CREATE INDEX former_story ON former (story);

-- What was begun and is still to be done, kept with what made it necessary: place every report anew (report and capture
-- are empty), or let the model read a version again.
CREATE TABLE pending (
  what ${text} NOT NULL,
  report ${text} NOT NULL,
  capture ${text} NOT NULL,
  PRIMARY KEY (what, report, capture)
);

-- What became of the stories, and why.
CREATE TABLE event (
  seq INTEGER PRIMARY KEY,
  at BIGINT NOT NULL,
  kind ${text} NOT NULL,
  story ${text} NOT NULL,
  report ${text},
  other ${text},
  why ${text} NOT NULL
);
CREATE INDEX event_story ON event (story);

-- What people decided. Never derived.
CREATE TABLE correction (
  id ${text} PRIMARY KEY,
  at BIGINT NOT NULL,
  body ${text} NOT NULL
);

-- That something was removed, by the hash of its address.
CREATE TABLE removal (
  sha256 ${text} PRIMARY KEY,
  at BIGINT NOT NULL,
  reason ${text} NOT NULL,
  wiped INTEGER NOT NULL
);

-- Addresses that are visited, or were: lists of pages and pages. What failed is told in a sentence.
CREATE TABLE visit (
  url ${text} PRIMARY KEY,
  list INTEGER NOT NULL,
  via ${text},
  asked ${text},
  etag ${text},
  last_modified ${text},
  due BIGINT,
  failures INTEGER NOT NULL,
  pace BIGINT NOT NULL,
  problem ${text}
);
CREATE INDEX visit_due ON visit (due);
