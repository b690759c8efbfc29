
CREATE SCHEMA emrsec;

CREATE TABLE emrsec.assessments (
    facility text NOT NULL COLLATE pg_catalog."C",
    number bigint NOT NULL,
    assessment bigint NOT NULL,
    revision bigint NOT NULL,
    as_of text NOT NULL COLLATE pg_catalog."C",
    packs text NOT NULL COLLATE pg_catalog."C",
    at text NOT NULL COLLATE pg_catalog."C",
    content bytea NOT NULL
);

CREATE TABLE emrsec.audit (
    number bigint NOT NULL,
    at text NOT NULL COLLATE pg_catalog."C",
    account text NOT NULL COLLATE pg_catalog."C",
    role text NOT NULL COLLATE pg_catalog."C",
    action text NOT NULL COLLATE pg_catalog."C",
    subject text NOT NULL COLLATE pg_catalog."C",
    before_json text COLLATE pg_catalog."C",
    after_json text COLLATE pg_catalog."C",
    reason text COLLATE pg_catalog."C",
    previous text NOT NULL COLLATE pg_catalog."C",
    hash text NOT NULL COLLATE pg_catalog."C"
);

CREATE TABLE emrsec.blob_chunks (
    sha256 text NOT NULL COLLATE pg_catalog."C",
    chunk bigint NOT NULL,
    content bytea NOT NULL
);
ALTER TABLE ONLY emrsec.blob_chunks ALTER COLUMN content SET STORAGE EXTERNAL;

CREATE TABLE emrsec.blobs (
    sha256 text NOT NULL COLLATE pg_catalog."C",
    size bigint NOT NULL
);

CREATE TABLE emrsec.case_facts (
    facility text NOT NULL COLLATE pg_catalog."C",
    number bigint NOT NULL,
    revision bigint NOT NULL,
    layout text NOT NULL COLLATE pg_catalog."C",
    facts bytea NOT NULL
);

CREATE TABLE emrsec.cases (
    facility text NOT NULL COLLATE pg_catalog."C",
    number bigint NOT NULL,
    facility_name text NOT NULL COLLATE pg_catalog."C",
    province text COLLATE pg_catalog."C",
    state text NOT NULL COLLATE pg_catalog."C",
    state_since text NOT NULL COLLATE pg_catalog."C",
    revision bigint NOT NULL,
    version bigint NOT NULL,
    level bigint,
    regime text COLLATE pg_catalog."C",
    compilers text NOT NULL COLLATE pg_catalog."C",
    appraisers text NOT NULL COLLATE pg_catalog."C",
    created text NOT NULL COLLATE pg_catalog."C",
    updated text NOT NULL COLLATE pg_catalog."C"
);

CREATE TABLE emrsec.comments (
    facility text NOT NULL COLLATE pg_catalog."C",
    number bigint NOT NULL,
    comment bigint NOT NULL,
    revision bigint NOT NULL,
    target text NOT NULL COLLATE pg_catalog."C",
    words text NOT NULL COLLATE pg_catalog."C",
    account text NOT NULL COLLATE pg_catalog."C",
    at text NOT NULL COLLATE pg_catalog."C",
    reply text COLLATE pg_catalog."C",
    replied_by text COLLATE pg_catalog."C",
    replied_at text COLLATE pg_catalog."C",
    settled bigint NOT NULL
);

CREATE TABLE emrsec.digests (
    run bigint NOT NULL,
    channel text NOT NULL COLLATE pg_catalog."C",
    recipient text NOT NULL COLLATE pg_catalog."C",
    subject text NOT NULL COLLATE pg_catalog."C",
    body text NOT NULL COLLATE pg_catalog."C",
    attempts bigint NOT NULL,
    next_attempt text NOT NULL COLLATE pg_catalog."C",
    sent text COLLATE pg_catalog."C",
    failure text COLLATE pg_catalog."C"
);

CREATE TABLE emrsec.evidence (
    facility text NOT NULL COLLATE pg_catalog."C",
    number bigint NOT NULL,
    name text NOT NULL COLLATE pg_catalog."C",
    revision bigint NOT NULL,
    sha256 text NOT NULL COLLATE pg_catalog."C",
    size bigint NOT NULL,
    media_type text NOT NULL COLLATE pg_catalog."C",
    requirements text NOT NULL COLLATE pg_catalog."C",
    issued text COLLATE pg_catalog."C",
    valid_until text COLLATE pg_catalog."C",
    account text NOT NULL COLLATE pg_catalog."C",
    at text NOT NULL COLLATE pg_catalog."C"
);

CREATE TABLE emrsec.papers (
    facility text NOT NULL COLLATE pg_catalog."C",
    number bigint NOT NULL,
    paper bigint NOT NULL,
    kind text NOT NULL COLLATE pg_catalog."C",
    sha256 text NOT NULL COLLATE pg_catalog."C",
    size bigint NOT NULL,
    name text NOT NULL COLLATE pg_catalog."C",
    revision bigint NOT NULL,
    signers text NOT NULL COLLATE pg_catalog."C",
    account text NOT NULL COLLATE pg_catalog."C",
    at text NOT NULL COLLATE pg_catalog."C"
);

CREATE TABLE emrsec.revisions (
    facility text NOT NULL COLLATE pg_catalog."C",
    number bigint NOT NULL,
    revision bigint NOT NULL,
    sha256 text NOT NULL COLLATE pg_catalog."C",
    size bigint NOT NULL,
    author text NOT NULL COLLATE pg_catalog."C",
    at text NOT NULL COLLATE pg_catalog."C",
    note text COLLATE pg_catalog."C",
    content bytea NOT NULL
);

CREATE TABLE emrsec.run_outcomes (
    run bigint NOT NULL,
    facility text NOT NULL COLLATE pg_catalog."C",
    number bigint NOT NULL,
    revision bigint NOT NULL,
    outcome bytea NOT NULL
);

CREATE TABLE emrsec.runs (
    run bigint NOT NULL,
    as_of text NOT NULL COLLATE pg_catalog."C",
    scope text NOT NULL COLLATE pg_catalog."C",
    packs text NOT NULL COLLATE pg_catalog."C",
    started text NOT NULL COLLATE pg_catalog."C",
    finished text COLLATE pg_catalog."C",
    last_facility text COLLATE pg_catalog."C",
    last_number bigint,
    entered bigint NOT NULL,
    digest text COLLATE pg_catalog."C",
    chain text NOT NULL COLLATE pg_catalog."C"
);

CREATE TABLE emrsec.steps (
    facility text NOT NULL COLLATE pg_catalog."C",
    number bigint NOT NULL,
    step bigint NOT NULL,
    from_state text COLLATE pg_catalog."C",
    to_state text NOT NULL COLLATE pg_catalog."C",
    day text NOT NULL COLLATE pg_catalog."C",
    at text NOT NULL COLLATE pg_catalog."C",
    account text NOT NULL COLLATE pg_catalog."C",
    role text NOT NULL COLLATE pg_catalog."C",
    revision bigint NOT NULL,
    reason text COLLATE pg_catalog."C",
    paper text COLLATE pg_catalog."C"
);

CREATE TABLE emrsec.store_facts (
    name text NOT NULL COLLATE pg_catalog."C",
    value text NOT NULL COLLATE pg_catalog."C"
);

CREATE TABLE emrsec.users (
    account text NOT NULL COLLATE pg_catalog."C",
    full_name text NOT NULL COLLATE pg_catalog."C",
    roles text NOT NULL COLLATE pg_catalog."C",
    body text COLLATE pg_catalog."C",
    email text COLLATE pg_catalog."C",
    active bigint NOT NULL
);

INSERT INTO emrsec.assessments VALUES ('27-001', 1, 1, 2, '2026-11-21', '["p"]', '2026-11-21T03:00:00.0000000Z', '\x01');

INSERT INTO emrsec.audit VALUES (1, '2026-11-21T03:00:00.0000000Z', 'quản trị', 'administrator', 'store.create', 'store', NULL, '{"store":"bd18862a-51fa-46b8-9244-de61151710e6"}', NULL, '0000000000000000000000000000000000000000000000000000000000000000', '6748d0e47a22d40e2fdd3549079b5a26653efd2cdfbf5cfd36607b50fb29516b');
INSERT INTO emrsec.audit VALUES (2, '2026-11-21T03:00:00.0000000Z', 'lan', 'facility', 'case.open', '27-001.1', NULL, '{"rows":[["cases","27-001",1,"35a5db1ff80586dd56a75638c86537b0d0c9e1874ed1f0bdaf6e7b2040514eed"],["revisions","27-001",1,1,"8878501e30bcf0b959504c2a8bcdedf7feca9e7aa8fce567d4ba0c1a65b297a1"],["case_facts","27-001",1,"07473c59711d60a7fc49bb401e75beeec42349c3f45347f25c9a12dc30ee61bb"],["steps","27-001",1,1,"71e065828bbe617d67692677e53bc98f98a3e49f1127d23838b024a972e8ce0f"]],"cases":{"facility":"27-001","number":1,"facility_name":"Bệnh viện đa khoa mẫu","province":"bac-ninh","state":"draft","state_since":"2026-11-21T03:00:00.0000000Z","revision":1,"version":1,"compilers":"[\"lan\"]","appraisers":"[]","created":"2026-11-21T03:00:00.0000000Z","updated":"2026-11-21T03:00:00.0000000Z"}}', NULL, '6748d0e47a22d40e2fdd3549079b5a26653efd2cdfbf5cfd36607b50fb29516b', 'ee524871e3b84883c224d93d8605c2a2fbca2caa5aa309e2389dc2550f26e150');
INSERT INTO emrsec.audit VALUES (3, '2026-11-21T03:00:00.0000000Z', 'lan', 'facility', 'case.open', '27-002.1', NULL, '{"rows":[["cases","27-002",1,"1383b6b2c170d512240682ca80009c94742c42c5555f36925369addcde44bd8b"],["revisions","27-002",1,1,"25a47bf6c21de2dc0a3821aced92349b296131e6dfb217cdc08b025ecd46b380"],["case_facts","27-002",1,"2992fcc81b0102cef4ce8aef8b537c62fffd0f194be4478dbf1d2f68dcb835c5"],["steps","27-002",1,1,"246b737c074d88dfc012fb760c050380222d0b3edcdd1d529c31f19e4c578919"]],"cases":{"facility":"27-002","number":1,"facility_name":"Bệnh viện đa khoa mẫu","province":"bac-ninh","state":"draft","state_since":"2026-11-21T03:00:00.0000000Z","revision":1,"version":1,"compilers":"[\"lan\"]","appraisers":"[]","created":"2026-11-21T03:00:00.0000000Z","updated":"2026-11-21T03:00:00.0000000Z"}}', NULL, 'ee524871e3b84883c224d93d8605c2a2fbca2caa5aa309e2389dc2550f26e150', 'dd851111cd8f62fd4aad71b5884ef367607d3136377e0a89f76d955074edb769');
INSERT INTO emrsec.audit VALUES (4, '2026-11-21T03:00:00.0000000Z', 'lan', 'facility', 'user.put', 'lan', NULL, '{"rows":[["users","lan","3d3dc6e990f9ac4628da4b504e265d4338a1dffe20134cafb5428af6e3d2f8c2"]],"users":{"account":"lan","full_name":"Nguyễn Thị Lan","roles":"[\"facility\"]","body":"27-001","email":"lan@example.vn","active":1}}', 'lý do', 'dd851111cd8f62fd4aad71b5884ef367607d3136377e0a89f76d955074edb769', '26706d7f5953d5712df9e54c2845c6e34bbec9a8c38db740833162c1d3000450');
INSERT INTO emrsec.audit VALUES (5, '2026-11-21T03:00:00.0000000Z', 'lan', 'facility', 'case.revise', '27-001.1', '{"cases":{"revision":1,"version":1}}', '{"rows":[["cases","27-001",1,"542558b961ae1130cf3932adde1da43ea93239091297aeb7a78095e1efd0dbaa"],["revisions","27-001",1,2,"c86923d47d330abdb91e913b8cc93c9782ae766f704d6272e3471ca3c004cc6f"],["case_facts","27-001",1,"b180c6a10a15dfc951cdb728a3270e4d0fdd3a7d3eb298a1cb3430fcb8f32042"]],"cases":{"revision":2,"version":2}}', 'lý do', '26706d7f5953d5712df9e54c2845c6e34bbec9a8c38db740833162c1d3000450', 'f6fd030f85f8c3f728c098cf19320702b007c4cd231ca44ae064be56e457e66f');
INSERT INTO emrsec.audit VALUES (6, '2026-11-21T03:00:00.0000000Z', 'lan', 'facility', 'evidence.add', '27-001.1', NULL, '{"rows":[["evidence","27-001",1,"Quy chế.pdf",1,"8e5b3507dae93f0d72e7f83cb8193ed831c58c1e28bace2d80614643e31d37f2"]]}', 'lý do', 'f6fd030f85f8c3f728c098cf19320702b007c4cd231ca44ae064be56e457e66f', 'd9131a5a487cf5d8385c9f0f34e714b35691b5ab7a743a3c3de869a80201028d');
INSERT INTO emrsec.audit VALUES (7, '2026-11-21T03:00:00.0000000Z', 'minh', 'appraiser', 'case.submit', '27-001.1', '{"cases":{"state":"draft","version":2,"level":null,"regime":null}}', '{"rows":[["cases","27-001",1,"ecc0d6223e20991209e3600325d3825a332a48d8a5d8f4f5ac5a742c0a9965ff"],["steps","27-001",1,2,"6332a26297113b5d8a8170795ac6f6a362e4e203c3d658e43e1e028adde1e046"]],"cases":{"state":"submitted","version":3,"level":2,"regime":"nd85-2016"}}', NULL, 'd9131a5a487cf5d8385c9f0f34e714b35691b5ab7a743a3c3de869a80201028d', '20200313a0c56fae28778a071cd87c07ab442d863212315ea950e08d87fe961e');
INSERT INTO emrsec.audit VALUES (8, '2026-11-21T03:00:00.0000000Z', 'minh', 'appraiser', 'paper.file', '27-001.1', NULL, '{"rows":[["papers","27-001",1,1,"11f16628eafe8151ff2adf8af2e6e32e0b7d0e6054f58257ffcc53a55b5dd23c"]]}', NULL, '20200313a0c56fae28778a071cd87c07ab442d863212315ea950e08d87fe961e', '2d277623f79b90d86995c2f3c1b825ed3d34c4389018cb6739bda3e0b44f63d8');
INSERT INTO emrsec.audit VALUES (9, '2026-11-21T03:00:00.0000000Z', 'minh', 'appraiser', 'comment.add', '27-001.1', NULL, '{"rows":[["comments","27-001",1,1,"895ff4266d33959e98452bcae1f2e90e15a5e52de69ebf31c5722a14266c319f"]],"comments":{"facility":"27-001","number":1,"comment":1,"revision":2,"target":"a","words":"b","account":"minh","at":"2026-11-21T03:00:00.0000000Z","settled":0}}', NULL, '2d277623f79b90d86995c2f3c1b825ed3d34c4389018cb6739bda3e0b44f63d8', '9615f2753fd96fe4382609454c58a5e136902aa447c60f0c97261b3ee7aa8b83');
INSERT INTO emrsec.audit VALUES (10, '2026-11-21T03:00:00.0000000Z', 'minh', 'appraiser', 'comment.reply', '27-001.1', '{"comments":{"reply":null,"replied_by":null,"replied_at":null}}', '{"rows":[["comments","27-001",1,1,"16cfba202d39966899b98a7737e83cd3a33c0eec57255f5001c18690064ab1f6"]],"comments":{"reply":"c","replied_by":"minh","replied_at":"2026-11-21T03:00:00.0000000Z"}}', NULL, '9615f2753fd96fe4382609454c58a5e136902aa447c60f0c97261b3ee7aa8b83', 'fd04793b282eb7480733f473ee33d2b693a47ab1a9c30f2ea1260081cd85241b');
INSERT INTO emrsec.audit VALUES (11, '2026-11-21T03:00:00.0000000Z', 'minh', 'appraiser', 'assessment.keep', '27-001.1', NULL, '{"rows":[["assessments","27-001",1,1,"d3e5a72d499acd86526546694ddbbf928587e3e087e6888bfe79f814d07351a5"]]}', NULL, 'fd04793b282eb7480733f473ee33d2b693a47ab1a9c30f2ea1260081cd85241b', '7614a7af2eb35971dbf3f25cd8c3963211a0de697800aa9c57f54a8ad70b0356');
INSERT INTO emrsec.audit VALUES (12, '2026-11-21T03:00:00.0000000Z', 'minh', 'appraiser', 'case.export', '27-001.1', NULL, '{"file":"a"}', NULL, '7614a7af2eb35971dbf3f25cd8c3963211a0de697800aa9c57f54a8ad70b0356', '71a5bbdd4a6824507337df9e1dafedf958bff1f95cf94baa55ef2d9b0d01be6a');
INSERT INTO emrsec.audit VALUES (13, '2026-11-21T03:00:00.0000000Z', 'emrsec', 'administrator', 'run.begin', 'run:1', NULL, '{"rows":[["runs",1,"e072d945b7117a750faa7b9ac634cbf6a70ea1a95580de9126239ef6cf0ab98f"]],"runs":{"run":1,"as_of":"2026-11-21","scope":"all","packs":"packs","started":"2026-11-21T03:00:00.0000000Z","entered":0,"chain":"0000000000000000000000000000000000000000000000000000000000000000"}}', NULL, '71a5bbdd4a6824507337df9e1dafedf958bff1f95cf94baa55ef2d9b0d01be6a', '1e8b619d05587600e25cf3d50b77f94432c9b3f68f188fbaac82441cc4312f79');
INSERT INTO emrsec.audit VALUES (14, '2026-11-21T03:00:00.0000000Z', 'emrsec', 'administrator', 'run.enter', 'run:1', '{"runs":{"last_facility":null,"last_number":null,"entered":0,"chain":"0000000000000000000000000000000000000000000000000000000000000000"}}', '{"rows":[["runs",1,"32486884837334e21063f007aaf4f8df394130f88c92c6d0b8b2f2028d670eb5"]],"runs":{"last_facility":"27-002","last_number":1,"entered":2,"chain":"a8df47e850102ced84575e5e4d260b43c8cc4e42f9e6e2e3896802c1d6ca6f9b"}}', NULL, '1e8b619d05587600e25cf3d50b77f94432c9b3f68f188fbaac82441cc4312f79', 'fc2fb377ce59cce5e30ec491567637d85990f5376ab1bdac0f0c01852b6fa8dc');
INSERT INTO emrsec.audit VALUES (15, '2026-11-21T03:00:00.0000000Z', 'minh', 'appraiser', 'run.finish', 'run:1', '{"runs":{"finished":null,"digest":null}}', '{"rows":[["runs",1,"e7065578de968ea9b90172f0bf667f7846d3dfd6687f6cbaf175742b60b0ae04"],["digests",1,"smtp","lan@example.vn","16f7f25775989334c280f796e22cfc85900b44704cf9607938b3cf534be59d92"]],"runs":{"finished":"2026-11-21T03:00:00.0000000Z","digest":"d"}}', NULL, 'fc2fb377ce59cce5e30ec491567637d85990f5376ab1bdac0f0c01852b6fa8dc', '04786a1db3b5204340e5c7c97002fcd558ffa940e83c4a4e73b10f9b15b4c4b6');

INSERT INTO emrsec.blob_chunks VALUES ('cfe4650d6244f378b3d395db1cbd89e68ad354305b9680e1ce47e2d6b8308c01', 0, '\x717579206368e1babf');
INSERT INTO emrsec.blob_chunks VALUES ('86edbaa24831badfa0a8b04bb410141e2ee4182b6d0014493fe262a7a331c20b', 0, '\x255044462d312e37');

INSERT INTO emrsec.blobs VALUES ('cfe4650d6244f378b3d395db1cbd89e68ad354305b9680e1ce47e2d6b8308c01', 9);
INSERT INTO emrsec.blobs VALUES ('86edbaa24831badfa0a8b04bb410141e2ee4182b6d0014493fe262a7a331c20b', 8);

INSERT INTO emrsec.case_facts VALUES ('27-002', 1, 1, 'f1', '\x010203');
INSERT INTO emrsec.case_facts VALUES ('27-001', 1, 2, 'f1', '\x010203');

INSERT INTO emrsec.cases VALUES ('27-002', 1, 'Bệnh viện đa khoa mẫu', 'bac-ninh', 'draft', '2026-11-21T03:00:00.0000000Z', 1, 1, NULL, NULL, '["lan"]', '[]', '2026-11-21T03:00:00.0000000Z', '2026-11-21T03:00:00.0000000Z');
INSERT INTO emrsec.cases VALUES ('27-001', 1, 'Bệnh viện đa khoa mẫu', 'bac-ninh', 'submitted', '2026-11-21T03:00:00.0000000Z', 2, 3, 2, 'nd85-2016', '["lan"]', '[]', '2026-11-21T03:00:00.0000000Z', '2026-11-21T03:00:00.0000000Z');

INSERT INTO emrsec.comments VALUES ('27-001', 1, 1, 2, 'a', 'b', 'minh', '2026-11-21T03:00:00.0000000Z', 'c', 'minh', '2026-11-21T03:00:00.0000000Z', 0);

INSERT INTO emrsec.digests VALUES (1, 'smtp', 'lan@example.vn', 's', 'b', 0, '2026-11-21T03:00:00.0000000Z', NULL, NULL);

INSERT INTO emrsec.evidence VALUES ('27-001', 1, 'Quy chế.pdf', 1, 'cfe4650d6244f378b3d395db1cbd89e68ad354305b9680e1ce47e2d6b8308c01', 9, 'application/pdf', '["tt12.m.1.1.1"]', '2026-11-21', '2027-11-21', 'lan', '2026-11-21T03:00:00.0000000Z');

INSERT INTO emrsec.papers VALUES ('27-001', 1, 1, 'decision', '86edbaa24831badfa0a8b04bb410141e2ee4182b6d0014493fe262a7a331c20b', 8, 'a.pdf', 2, '["A"]', 'minh', '2026-11-21T03:00:00.0000000Z');

INSERT INTO emrsec.revisions VALUES ('27-001', 1, 1, '015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862', 7, 'lan', '2026-11-21T03:00:00.0000000Z', 'ghi chú', '\x7b2261223a317d');
INSERT INTO emrsec.revisions VALUES ('27-002', 1, 1, '015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862', 7, 'lan', '2026-11-21T03:00:00.0000000Z', 'ghi chú', '\x7b2261223a317d');
INSERT INTO emrsec.revisions VALUES ('27-001', 1, 2, '7e8059f495589fcd981232cc11d00b00da3802c01d688fa1cf1f6bed6e5bb33c', 7, 'lan', '2026-11-21T03:00:00.0000000Z', 'ghi chú', '\x7b2261223a327d');

INSERT INTO emrsec.run_outcomes VALUES (1, '27-001', 1, 1, '\x0908');
INSERT INTO emrsec.run_outcomes VALUES (1, '27-002', 1, 1, '\x0908');

INSERT INTO emrsec.runs VALUES (1, '2026-11-21', 'all', 'packs', '2026-11-21T03:00:00.0000000Z', '2026-11-21T03:00:00.0000000Z', '27-002', 1, 2, 'd', 'a8df47e850102ced84575e5e4d260b43c8cc4e42f9e6e2e3896802c1d6ca6f9b');

INSERT INTO emrsec.steps VALUES ('27-001', 1, 1, NULL, 'draft', '2026-11-21', '2026-11-21T03:00:00.0000000Z', 'lan', 'facility', 1, NULL, NULL);
INSERT INTO emrsec.steps VALUES ('27-002', 1, 1, NULL, 'draft', '2026-11-21', '2026-11-21T03:00:00.0000000Z', 'lan', 'facility', 1, NULL, NULL);
INSERT INTO emrsec.steps VALUES ('27-001', 1, 2, 'draft', 'submitted', '2026-11-21', '2026-11-21T03:00:00.0000000Z', 'minh', 'appraiser', 2, NULL, '86edbaa24831badfa0a8b04bb410141e2ee4182b6d0014493fe262a7a331c20b');

INSERT INTO emrsec.store_facts VALUES ('schema', '1');
INSERT INTO emrsec.store_facts VALUES ('store', 'bd18862a-51fa-46b8-9244-de61151710e6');

INSERT INTO emrsec.users VALUES ('lan', 'Nguyễn Thị Lan', '["facility"]', '27-001', 'lan@example.vn', 1);

ALTER TABLE ONLY emrsec.assessments
    ADD CONSTRAINT assessments_pkey PRIMARY KEY (facility, number, assessment);

ALTER TABLE ONLY emrsec.audit
    ADD CONSTRAINT audit_pkey PRIMARY KEY (number);

ALTER TABLE ONLY emrsec.blob_chunks
    ADD CONSTRAINT blob_chunks_pkey PRIMARY KEY (sha256, chunk);

ALTER TABLE ONLY emrsec.blobs
    ADD CONSTRAINT blobs_pkey PRIMARY KEY (sha256);

ALTER TABLE ONLY emrsec.case_facts
    ADD CONSTRAINT case_facts_pkey PRIMARY KEY (facility, number);

ALTER TABLE ONLY emrsec.cases
    ADD CONSTRAINT cases_pkey PRIMARY KEY (facility, number);

ALTER TABLE ONLY emrsec.comments
    ADD CONSTRAINT comments_pkey PRIMARY KEY (facility, number, comment);

ALTER TABLE ONLY emrsec.digests
    ADD CONSTRAINT digests_pkey PRIMARY KEY (run, channel, recipient);

ALTER TABLE ONLY emrsec.evidence
    ADD CONSTRAINT evidence_pkey PRIMARY KEY (facility, number, name, revision);

ALTER TABLE ONLY emrsec.papers
    ADD CONSTRAINT papers_pkey PRIMARY KEY (facility, number, paper);

ALTER TABLE ONLY emrsec.revisions
    ADD CONSTRAINT revisions_pkey PRIMARY KEY (facility, number, revision);

ALTER TABLE ONLY emrsec.run_outcomes
    ADD CONSTRAINT run_outcomes_pkey PRIMARY KEY (run, facility, number);

ALTER TABLE ONLY emrsec.runs
    ADD CONSTRAINT runs_pkey PRIMARY KEY (run);

ALTER TABLE ONLY emrsec.steps
    ADD CONSTRAINT steps_pkey PRIMARY KEY (facility, number, step);

ALTER TABLE ONLY emrsec.store_facts
    ADD CONSTRAINT store_facts_pkey PRIMARY KEY (name);

ALTER TABLE ONLY emrsec.users
    ADD CONSTRAINT users_pkey PRIMARY KEY (account);

CREATE INDEX audit_subject ON emrsec.audit USING btree (subject, number);

ALTER TABLE ONLY emrsec.assessments
    ADD CONSTRAINT assessments_facility_number_fkey FOREIGN KEY (facility, number) REFERENCES emrsec.cases(facility, number);

ALTER TABLE ONLY emrsec.blob_chunks
    ADD CONSTRAINT blob_chunks_sha256_fkey FOREIGN KEY (sha256) REFERENCES emrsec.blobs(sha256) ON DELETE CASCADE;

ALTER TABLE ONLY emrsec.case_facts
    ADD CONSTRAINT case_facts_facility_number_fkey FOREIGN KEY (facility, number) REFERENCES emrsec.cases(facility, number);

ALTER TABLE ONLY emrsec.comments
    ADD CONSTRAINT comments_facility_number_fkey FOREIGN KEY (facility, number) REFERENCES emrsec.cases(facility, number);

ALTER TABLE ONLY emrsec.digests
    ADD CONSTRAINT digests_run_fkey FOREIGN KEY (run) REFERENCES emrsec.runs(run);

ALTER TABLE ONLY emrsec.evidence
    ADD CONSTRAINT evidence_facility_number_fkey FOREIGN KEY (facility, number) REFERENCES emrsec.cases(facility, number);

ALTER TABLE ONLY emrsec.papers
    ADD CONSTRAINT papers_facility_number_fkey FOREIGN KEY (facility, number) REFERENCES emrsec.cases(facility, number);

ALTER TABLE ONLY emrsec.revisions
    ADD CONSTRAINT revisions_facility_number_fkey FOREIGN KEY (facility, number) REFERENCES emrsec.cases(facility, number);

ALTER TABLE ONLY emrsec.run_outcomes
    ADD CONSTRAINT run_outcomes_run_fkey FOREIGN KEY (run) REFERENCES emrsec.runs(run);

ALTER TABLE ONLY emrsec.steps
    ADD CONSTRAINT steps_facility_number_fkey FOREIGN KEY (facility, number) REFERENCES emrsec.cases(facility, number);

