-- Version 1. Words in braces are each engine's own: {text}, {integer}, {bytes}, {clustered}.
-- Moments are text, ISO 8601 in UTC with seven decimals; days are text, yyyy-MM-dd; lists are JSON arrays.
CREATE TABLE store_facts (
  name {text} NOT NULL PRIMARY KEY,
  value {text} NOT NULL
){clustered};

CREATE TABLE cases (
  facility {text} NOT NULL,
  number {integer} NOT NULL,
  facility_name {text} NOT NULL,
  province {text},
  state {text} NOT NULL,
  state_since {text} NOT NULL,
  revision {integer} NOT NULL,
  version {integer} NOT NULL,
  level {integer},
  regime {text},
  compilers {text} NOT NULL,
  appraisers {text} NOT NULL,
  created {text} NOT NULL,
  updated {text} NOT NULL,
  PRIMARY KEY (facility, number)
){clustered};

CREATE TABLE revisions (
  facility {text} NOT NULL,
  number {integer} NOT NULL,
  revision {integer} NOT NULL,
  sha256 {text} NOT NULL,
  size {integer} NOT NULL,
  author {text} NOT NULL,
  at {text} NOT NULL,
  note {text},
  content {bytes} NOT NULL,
  PRIMARY KEY (facility, number, revision),
  FOREIGN KEY (facility, number) REFERENCES cases (facility, number)
);

CREATE TABLE case_facts (
  facility {text} NOT NULL,
  number {integer} NOT NULL,
  revision {integer} NOT NULL,
  layout {text} NOT NULL,
  facts {bytes} NOT NULL,
  PRIMARY KEY (facility, number),
  FOREIGN KEY (facility, number) REFERENCES cases (facility, number)
);

CREATE TABLE steps (
  facility {text} NOT NULL,
  number {integer} NOT NULL,
  step {integer} NOT NULL,
  from_state {text},
  to_state {text} NOT NULL,
  day {text} NOT NULL,
  at {text} NOT NULL,
  account {text} NOT NULL,
  role {text} NOT NULL,
  revision {integer} NOT NULL,
  reason {text},
  paper {text},
  PRIMARY KEY (facility, number, step),
  FOREIGN KEY (facility, number) REFERENCES cases (facility, number)
){clustered};

CREATE TABLE papers (
  facility {text} NOT NULL,
  number {integer} NOT NULL,
  paper {integer} NOT NULL,
  kind {text} NOT NULL,
  sha256 {text} NOT NULL,
  size {integer} NOT NULL,
  name {text} NOT NULL,
  revision {integer} NOT NULL,
  signers {text} NOT NULL,
  account {text} NOT NULL,
  at {text} NOT NULL,
  PRIMARY KEY (facility, number, paper),
  FOREIGN KEY (facility, number) REFERENCES cases (facility, number)
){clustered};

CREATE TABLE evidence (
  facility {text} NOT NULL,
  number {integer} NOT NULL,
  name {text} NOT NULL,
  revision {integer} NOT NULL,
  sha256 {text} NOT NULL,
  size {integer} NOT NULL,
  media_type {text} NOT NULL,
  requirements {text} NOT NULL,
  issued {text},
  valid_until {text},
  account {text} NOT NULL,
  at {text} NOT NULL,
  PRIMARY KEY (facility, number, name, revision),
  FOREIGN KEY (facility, number) REFERENCES cases (facility, number)
){clustered};

CREATE TABLE comments (
  facility {text} NOT NULL,
  number {integer} NOT NULL,
  comment {integer} NOT NULL,
  revision {integer} NOT NULL,
  target {text} NOT NULL,
  words {text} NOT NULL,
  account {text} NOT NULL,
  at {text} NOT NULL,
  reply {text},
  replied_by {text},
  replied_at {text},
  settled {integer} NOT NULL,
  PRIMARY KEY (facility, number, comment),
  FOREIGN KEY (facility, number) REFERENCES cases (facility, number)
){clustered};

CREATE TABLE assessments (
  facility {text} NOT NULL,
  number {integer} NOT NULL,
  assessment {integer} NOT NULL,
  revision {integer} NOT NULL,
  as_of {text} NOT NULL,
  packs {text} NOT NULL,
  at {text} NOT NULL,
  content {bytes} NOT NULL,
  PRIMARY KEY (facility, number, assessment),
  FOREIGN KEY (facility, number) REFERENCES cases (facility, number)
);

CREATE TABLE users (
  account {text} NOT NULL PRIMARY KEY,
  full_name {text} NOT NULL,
  roles {text} NOT NULL,
  body {text},
  email {text},
  active {integer} NOT NULL
){clustered};

CREATE TABLE runs (
  run {integer} NOT NULL PRIMARY KEY,
  as_of {text} NOT NULL,
  scope {text} NOT NULL,
  packs {text} NOT NULL,
  started {text} NOT NULL,
  finished {text},
  last_facility {text},
  last_number {integer},
  entered {integer} NOT NULL,
  digest {text},
  chain {text} NOT NULL
);

CREATE TABLE run_outcomes (
  run {integer} NOT NULL,
  facility {text} NOT NULL,
  number {integer} NOT NULL,
  revision {integer} NOT NULL,
  outcome {bytes} NOT NULL,
  PRIMARY KEY (run, facility, number),
  FOREIGN KEY (run) REFERENCES runs (run)
){clustered};

CREATE TABLE digests (
  run {integer} NOT NULL,
  channel {text} NOT NULL,
  recipient {text} NOT NULL,
  subject {text} NOT NULL,
  body {text} NOT NULL,
  attempts {integer} NOT NULL,
  next_attempt {text} NOT NULL,
  sent {text},
  failure {text},
  PRIMARY KEY (run, channel, recipient),
  FOREIGN KEY (run) REFERENCES runs (run)
);

CREATE TABLE audit (
  number {integer} NOT NULL PRIMARY KEY,
  at {text} NOT NULL,
  account {text} NOT NULL,
  role {text} NOT NULL,
  action {text} NOT NULL,
  subject {text} NOT NULL,
  before_json {text},
  after_json {text},
  reason {text},
  previous {text} NOT NULL,
  hash {text} NOT NULL
);

CREATE INDEX audit_subject ON audit (subject, number);
