-- Files by their hash, in pieces of 256 KB. SQLite's lie in a folder.
CREATE TABLE blobs (
  sha256 {text} NOT NULL PRIMARY KEY,
  size {integer} NOT NULL
);

CREATE TABLE blob_chunks (
  sha256 {text} NOT NULL,
  chunk {integer} NOT NULL,
  content {bytes} NOT NULL,
  PRIMARY KEY (sha256, chunk),
  FOREIGN KEY (sha256) REFERENCES blobs (sha256) ON DELETE CASCADE
);

ALTER TABLE blob_chunks ALTER COLUMN content SET STORAGE EXTERNAL;
