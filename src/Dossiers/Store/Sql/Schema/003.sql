-- Version 3. Contents are kept packed (Brotli): the length they unpack to; none for those that are kept as they are.
ALTER TABLE revisions ADD COLUMN packing {integer};

ALTER TABLE assessments ADD COLUMN packing {integer};
