-- Version 2. Lists by state and by province, who refers to a file, and what is due to be sent, found without reading every row.
CREATE INDEX cases_state ON cases (state, facility, number);

CREATE INDEX cases_province ON cases (province, facility, number);

CREATE INDEX papers_file ON papers (sha256);

CREATE INDEX evidence_file ON evidence (sha256);

CREATE INDEX digests_due ON digests (next_attempt) WHERE sent IS NULL;
