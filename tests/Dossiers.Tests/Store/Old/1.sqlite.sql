PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE store_facts (
  name TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;
INSERT INTO store_facts VALUES('schema','1');
INSERT INTO store_facts VALUES('store','2d84ce20-f0ca-4f78-a5ba-8a93572728ba');
CREATE TABLE cases (
  facility TEXT NOT NULL,
  number INTEGER NOT NULL,
  facility_name TEXT NOT NULL,
  province TEXT,
  state TEXT NOT NULL,
  state_since TEXT NOT NULL,
  revision INTEGER NOT NULL,
  version INTEGER NOT NULL,
  level INTEGER,
  regime TEXT,
  compilers TEXT NOT NULL,
  appraisers TEXT NOT NULL,
  created TEXT NOT NULL,
  updated TEXT NOT NULL,
  PRIMARY KEY (facility, number)
) WITHOUT ROWID;
INSERT INTO cases VALUES('27-001',1,'Bệnh viện đa khoa mẫu','bac-ninh','submitted','2026-11-21T03:00:00.0000000Z',2,3,2,'nd85-2016','["lan"]','[]','2026-11-21T03:00:00.0000000Z','2026-11-21T03:00:00.0000000Z');
INSERT INTO cases VALUES('27-002',1,'Bệnh viện đa khoa mẫu','bac-ninh','draft','2026-11-21T03:00:00.0000000Z',1,1,NULL,NULL,'["lan"]','[]','2026-11-21T03:00:00.0000000Z','2026-11-21T03:00:00.0000000Z');
CREATE TABLE revisions (
  facility TEXT NOT NULL,
  number INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  size INTEGER NOT NULL,
  author TEXT NOT NULL,
  at TEXT NOT NULL,
  note TEXT,
  content BLOB NOT NULL,
  PRIMARY KEY (facility, number, revision),
  FOREIGN KEY (facility, number) REFERENCES cases (facility, number)
);
INSERT INTO revisions VALUES('27-001',1,1,'015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862',7,'lan','2026-11-21T03:00:00.0000000Z','ghi chú',X'7b2261223a317d');
INSERT INTO revisions VALUES('27-002',1,1,'015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862',7,'lan','2026-11-21T03:00:00.0000000Z','ghi chú',X'7b2261223a317d');
INSERT INTO revisions VALUES('27-001',1,2,'7e8059f495589fcd981232cc11d00b00da3802c01d688fa1cf1f6bed6e5bb33c',7,'lan','2026-11-21T03:00:00.0000000Z','ghi chú',X'7b2261223a327d');
CREATE TABLE case_facts (
  facility TEXT NOT NULL,
  number INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  layout TEXT NOT NULL,
  facts BLOB NOT NULL,
  PRIMARY KEY (facility, number),
  FOREIGN KEY (facility, number) REFERENCES cases (facility, number)
);
INSERT INTO case_facts VALUES('27-001',1,2,'f1',X'010203');
INSERT INTO case_facts VALUES('27-002',1,1,'f1',X'010203');
CREATE TABLE steps (
  facility TEXT NOT NULL,
  number INTEGER NOT NULL,
  step INTEGER NOT NULL,
  from_state TEXT,
  to_state TEXT NOT NULL,
  day TEXT NOT NULL,
  at TEXT NOT NULL,
  account TEXT NOT NULL,
  role TEXT NOT NULL,
  revision INTEGER NOT NULL,
  reason TEXT,
  paper TEXT,
  PRIMARY KEY (facility, number, step),
  FOREIGN KEY (facility, number) REFERENCES cases (facility, number)
) WITHOUT ROWID;
INSERT INTO steps VALUES('27-001',1,1,NULL,'draft','2026-11-21','2026-11-21T03:00:00.0000000Z','lan','facility',1,NULL,NULL);
INSERT INTO steps VALUES('27-001',1,2,'draft','submitted','2026-11-21','2026-11-21T03:00:00.0000000Z','minh','appraiser',2,NULL,'86edbaa24831badfa0a8b04bb410141e2ee4182b6d0014493fe262a7a331c20b');
INSERT INTO steps VALUES('27-002',1,1,NULL,'draft','2026-11-21','2026-11-21T03:00:00.0000000Z','lan','facility',1,NULL,NULL);
CREATE TABLE papers (
  facility TEXT NOT NULL,
  number INTEGER NOT NULL,
  paper INTEGER NOT NULL,
  kind TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  size INTEGER NOT NULL,
  name TEXT NOT NULL,
  revision INTEGER NOT NULL,
  signers TEXT NOT NULL,
  account TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (facility, number, paper),
  FOREIGN KEY (facility, number) REFERENCES cases (facility, number)
) WITHOUT ROWID;
INSERT INTO papers VALUES('27-001',1,1,'decision','86edbaa24831badfa0a8b04bb410141e2ee4182b6d0014493fe262a7a331c20b',8,'a.pdf',2,'["A"]','minh','2026-11-21T03:00:00.0000000Z');
CREATE TABLE evidence (
  facility TEXT NOT NULL,
  number INTEGER NOT NULL,
  name TEXT NOT NULL,
  revision INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  size INTEGER NOT NULL,
  media_type TEXT NOT NULL,
  requirements TEXT NOT NULL,
  issued TEXT,
  valid_until TEXT,
  account TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (facility, number, name, revision),
  FOREIGN KEY (facility, number) REFERENCES cases (facility, number)
) WITHOUT ROWID;
INSERT INTO evidence VALUES('27-001',1,'Quy chế.pdf',1,'cfe4650d6244f378b3d395db1cbd89e68ad354305b9680e1ce47e2d6b8308c01',9,'application/pdf','["tt12.m.1.1.1"]','2026-11-21','2027-11-21','lan','2026-11-21T03:00:00.0000000Z');
CREATE TABLE comments (
  facility TEXT NOT NULL,
  number INTEGER NOT NULL,
  comment INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  target TEXT NOT NULL,
  words TEXT NOT NULL,
  account TEXT NOT NULL,
  at TEXT NOT NULL,
  reply TEXT,
  replied_by TEXT,
  replied_at TEXT,
  settled INTEGER NOT NULL,
  PRIMARY KEY (facility, number, comment),
  FOREIGN KEY (facility, number) REFERENCES cases (facility, number)
) WITHOUT ROWID;
INSERT INTO comments VALUES('27-001',1,1,2,'a','b','minh','2026-11-21T03:00:00.0000000Z','c','minh','2026-11-21T03:00:00.0000000Z',0);
CREATE TABLE assessments (
  facility TEXT NOT NULL,
  number INTEGER NOT NULL,
  assessment INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  as_of TEXT NOT NULL,
  packs TEXT NOT NULL,
  at TEXT NOT NULL,
  content BLOB NOT NULL,
  PRIMARY KEY (facility, number, assessment),
  FOREIGN KEY (facility, number) REFERENCES cases (facility, number)
);
INSERT INTO assessments VALUES('27-001',1,1,2,'2026-11-21','["p"]','2026-11-21T03:00:00.0000000Z',X'01');
CREATE TABLE users (
  account TEXT NOT NULL PRIMARY KEY,
  full_name TEXT NOT NULL,
  roles TEXT NOT NULL,
  body TEXT,
  email TEXT,
  active INTEGER NOT NULL
) WITHOUT ROWID;
INSERT INTO users VALUES('lan','Nguyễn Thị Lan','["facility"]','27-001','lan@example.vn',1);
CREATE TABLE runs (
  run INTEGER NOT NULL PRIMARY KEY,
  as_of TEXT NOT NULL,
  scope TEXT NOT NULL,
  packs TEXT NOT NULL,
  started TEXT NOT NULL,
  finished TEXT,
  last_facility TEXT,
  last_number INTEGER,
  entered INTEGER NOT NULL,
  digest TEXT,
  chain TEXT NOT NULL
);
INSERT INTO runs VALUES(1,'2026-11-21','all','packs','2026-11-21T03:00:00.0000000Z','2026-11-21T03:00:00.0000000Z','27-002',1,2,'d','a8df47e850102ced84575e5e4d260b43c8cc4e42f9e6e2e3896802c1d6ca6f9b');
CREATE TABLE run_outcomes (
  run INTEGER NOT NULL,
  facility TEXT NOT NULL,
  number INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  outcome BLOB NOT NULL,
  PRIMARY KEY (run, facility, number),
  FOREIGN KEY (run) REFERENCES runs (run)
) WITHOUT ROWID;
INSERT INTO run_outcomes VALUES(1,'27-001',1,1,X'0908');
INSERT INTO run_outcomes VALUES(1,'27-002',1,1,X'0908');
CREATE TABLE digests (
  run INTEGER NOT NULL,
  channel TEXT NOT NULL,
  recipient TEXT NOT NULL,
  subject TEXT NOT NULL,
  body TEXT NOT NULL,
  attempts INTEGER NOT NULL,
  next_attempt TEXT NOT NULL,
  sent TEXT,
  failure TEXT,
  PRIMARY KEY (run, channel, recipient),
  FOREIGN KEY (run) REFERENCES runs (run)
);
INSERT INTO digests VALUES(1,'smtp','lan@example.vn','s','b',0,'2026-11-21T03:00:00.0000000Z',NULL,NULL);
CREATE TABLE audit (
  number INTEGER NOT NULL PRIMARY KEY,
  at TEXT NOT NULL,
  account TEXT NOT NULL,
  role TEXT NOT NULL,
  action TEXT NOT NULL,
  subject TEXT NOT NULL,
  before_json TEXT,
  after_json TEXT,
  reason TEXT,
  previous TEXT NOT NULL,
  hash TEXT NOT NULL
);
INSERT INTO audit VALUES(1,'2026-11-21T03:00:00.0000000Z','quản trị','administrator','store.create','store',NULL,'{"store":"2d84ce20-f0ca-4f78-a5ba-8a93572728ba"}',NULL,'0000000000000000000000000000000000000000000000000000000000000000','78bfd200861ee97763c12000fa853d1f76725f7acd11629b4c6656e53da44353');
INSERT INTO audit VALUES(2,'2026-11-21T03:00:00.0000000Z','lan','facility','case.open','27-001.1',NULL,'{"rows":[["cases","27-001",1,"35a5db1ff80586dd56a75638c86537b0d0c9e1874ed1f0bdaf6e7b2040514eed"],["revisions","27-001",1,1,"8878501e30bcf0b959504c2a8bcdedf7feca9e7aa8fce567d4ba0c1a65b297a1"],["case_facts","27-001",1,"07473c59711d60a7fc49bb401e75beeec42349c3f45347f25c9a12dc30ee61bb"],["steps","27-001",1,1,"71e065828bbe617d67692677e53bc98f98a3e49f1127d23838b024a972e8ce0f"]],"cases":{"facility":"27-001","number":1,"facility_name":"Bệnh viện đa khoa mẫu","province":"bac-ninh","state":"draft","state_since":"2026-11-21T03:00:00.0000000Z","revision":1,"version":1,"compilers":"[\"lan\"]","appraisers":"[]","created":"2026-11-21T03:00:00.0000000Z","updated":"2026-11-21T03:00:00.0000000Z"}}',NULL,'78bfd200861ee97763c12000fa853d1f76725f7acd11629b4c6656e53da44353','d3c0ee38a6a44f6b18801665255ff3b4b16a272be9bb22935ea6a17ce3976ec2');
INSERT INTO audit VALUES(3,'2026-11-21T03:00:00.0000000Z','lan','facility','case.open','27-002.1',NULL,'{"rows":[["cases","27-002",1,"1383b6b2c170d512240682ca80009c94742c42c5555f36925369addcde44bd8b"],["revisions","27-002",1,1,"25a47bf6c21de2dc0a3821aced92349b296131e6dfb217cdc08b025ecd46b380"],["case_facts","27-002",1,"2992fcc81b0102cef4ce8aef8b537c62fffd0f194be4478dbf1d2f68dcb835c5"],["steps","27-002",1,1,"246b737c074d88dfc012fb760c050380222d0b3edcdd1d529c31f19e4c578919"]],"cases":{"facility":"27-002","number":1,"facility_name":"Bệnh viện đa khoa mẫu","province":"bac-ninh","state":"draft","state_since":"2026-11-21T03:00:00.0000000Z","revision":1,"version":1,"compilers":"[\"lan\"]","appraisers":"[]","created":"2026-11-21T03:00:00.0000000Z","updated":"2026-11-21T03:00:00.0000000Z"}}',NULL,'d3c0ee38a6a44f6b18801665255ff3b4b16a272be9bb22935ea6a17ce3976ec2','61624ba8d881cf27961ed10bd194a2de87bc02366cae67c30bee550174d5d38f');
INSERT INTO audit VALUES(4,'2026-11-21T03:00:00.0000000Z','lan','facility','user.put','lan',NULL,'{"rows":[["users","lan","3d3dc6e990f9ac4628da4b504e265d4338a1dffe20134cafb5428af6e3d2f8c2"]],"users":{"account":"lan","full_name":"Nguyễn Thị Lan","roles":"[\"facility\"]","body":"27-001","email":"lan@example.vn","active":1}}','lý do','61624ba8d881cf27961ed10bd194a2de87bc02366cae67c30bee550174d5d38f','a89fe0797f6f6e23b90c8580de6ed3df1ca566ef31aaecf4ebd7878d39e95c4b');
INSERT INTO audit VALUES(5,'2026-11-21T03:00:00.0000000Z','lan','facility','case.revise','27-001.1','{"cases":{"revision":1,"version":1}}','{"rows":[["cases","27-001",1,"542558b961ae1130cf3932adde1da43ea93239091297aeb7a78095e1efd0dbaa"],["revisions","27-001",1,2,"c86923d47d330abdb91e913b8cc93c9782ae766f704d6272e3471ca3c004cc6f"],["case_facts","27-001",1,"b180c6a10a15dfc951cdb728a3270e4d0fdd3a7d3eb298a1cb3430fcb8f32042"]],"cases":{"revision":2,"version":2}}','lý do','a89fe0797f6f6e23b90c8580de6ed3df1ca566ef31aaecf4ebd7878d39e95c4b','88a92ff09308a92a0bd28300ddc084449ad9b84a9d614ccb7509b769abf5ffd4');
INSERT INTO audit VALUES(6,'2026-11-21T03:00:00.0000000Z','lan','facility','evidence.add','27-001.1',NULL,'{"rows":[["evidence","27-001",1,"Quy chế.pdf",1,"8e5b3507dae93f0d72e7f83cb8193ed831c58c1e28bace2d80614643e31d37f2"]]}','lý do','88a92ff09308a92a0bd28300ddc084449ad9b84a9d614ccb7509b769abf5ffd4','f7136e7858ea47128a7cb718ff7ec94f433bd0ce0d1b094c66a497ab6998831e');
INSERT INTO audit VALUES(7,'2026-11-21T03:00:00.0000000Z','minh','appraiser','case.submit','27-001.1','{"cases":{"state":"draft","version":2,"level":null,"regime":null}}','{"rows":[["cases","27-001",1,"ecc0d6223e20991209e3600325d3825a332a48d8a5d8f4f5ac5a742c0a9965ff"],["steps","27-001",1,2,"6332a26297113b5d8a8170795ac6f6a362e4e203c3d658e43e1e028adde1e046"]],"cases":{"state":"submitted","version":3,"level":2,"regime":"nd85-2016"}}',NULL,'f7136e7858ea47128a7cb718ff7ec94f433bd0ce0d1b094c66a497ab6998831e','494648bfedb6949c64a2350ee9c058e31eae8138892513b17372b878350d0474');
INSERT INTO audit VALUES(8,'2026-11-21T03:00:00.0000000Z','minh','appraiser','paper.file','27-001.1',NULL,'{"rows":[["papers","27-001",1,1,"11f16628eafe8151ff2adf8af2e6e32e0b7d0e6054f58257ffcc53a55b5dd23c"]]}',NULL,'494648bfedb6949c64a2350ee9c058e31eae8138892513b17372b878350d0474','0db9b6293561f48a93309ce2bd71a643369bab333db9fb018aa31376b033e88a');
INSERT INTO audit VALUES(9,'2026-11-21T03:00:00.0000000Z','minh','appraiser','comment.add','27-001.1',NULL,'{"rows":[["comments","27-001",1,1,"895ff4266d33959e98452bcae1f2e90e15a5e52de69ebf31c5722a14266c319f"]],"comments":{"facility":"27-001","number":1,"comment":1,"revision":2,"target":"a","words":"b","account":"minh","at":"2026-11-21T03:00:00.0000000Z","settled":0}}',NULL,'0db9b6293561f48a93309ce2bd71a643369bab333db9fb018aa31376b033e88a','ed9be0bc0752d049acb949ee02bde7ffd3a03ea7c597f1799d5e2c83fca6736c');
INSERT INTO audit VALUES(10,'2026-11-21T03:00:00.0000000Z','minh','appraiser','comment.reply','27-001.1','{"comments":{"reply":null,"replied_by":null,"replied_at":null}}','{"rows":[["comments","27-001",1,1,"16cfba202d39966899b98a7737e83cd3a33c0eec57255f5001c18690064ab1f6"]],"comments":{"reply":"c","replied_by":"minh","replied_at":"2026-11-21T03:00:00.0000000Z"}}',NULL,'ed9be0bc0752d049acb949ee02bde7ffd3a03ea7c597f1799d5e2c83fca6736c','4fe337548adbeaba5bdbd9e0a334d66431446adbe69a2f3bad3398c465501656');
INSERT INTO audit VALUES(11,'2026-11-21T03:00:00.0000000Z','minh','appraiser','assessment.keep','27-001.1',NULL,'{"rows":[["assessments","27-001",1,1,"d3e5a72d499acd86526546694ddbbf928587e3e087e6888bfe79f814d07351a5"]]}',NULL,'4fe337548adbeaba5bdbd9e0a334d66431446adbe69a2f3bad3398c465501656','4d9fc911b4153e4a7bc9e4a598b306520cd94f21392c4497bd629c0f6615476f');
INSERT INTO audit VALUES(12,'2026-11-21T03:00:00.0000000Z','minh','appraiser','case.export','27-001.1',NULL,'{"file":"a"}',NULL,'4d9fc911b4153e4a7bc9e4a598b306520cd94f21392c4497bd629c0f6615476f','130132d1ebb7f90807f860482d80e3a078347a6c1e34eac99d311daa24f6aeeb');
INSERT INTO audit VALUES(13,'2026-11-21T03:00:00.0000000Z','emrsec','administrator','run.begin','run:1',NULL,'{"rows":[["runs",1,"e072d945b7117a750faa7b9ac634cbf6a70ea1a95580de9126239ef6cf0ab98f"]],"runs":{"run":1,"as_of":"2026-11-21","scope":"all","packs":"packs","started":"2026-11-21T03:00:00.0000000Z","entered":0,"chain":"0000000000000000000000000000000000000000000000000000000000000000"}}',NULL,'130132d1ebb7f90807f860482d80e3a078347a6c1e34eac99d311daa24f6aeeb','24ae44a447c356a5b4d32e1cafdae7548aa60a6f90cc01b600ace948cc74f764');
INSERT INTO audit VALUES(14,'2026-11-21T03:00:00.0000000Z','emrsec','administrator','run.enter','run:1','{"runs":{"last_facility":null,"last_number":null,"entered":0,"chain":"0000000000000000000000000000000000000000000000000000000000000000"}}','{"rows":[["runs",1,"32486884837334e21063f007aaf4f8df394130f88c92c6d0b8b2f2028d670eb5"]],"runs":{"last_facility":"27-002","last_number":1,"entered":2,"chain":"a8df47e850102ced84575e5e4d260b43c8cc4e42f9e6e2e3896802c1d6ca6f9b"}}',NULL,'24ae44a447c356a5b4d32e1cafdae7548aa60a6f90cc01b600ace948cc74f764','3da2883df612a5489a0594103612de3a6c18174e066d26abb734bac722e5a7fa');
INSERT INTO audit VALUES(15,'2026-11-21T03:00:00.0000000Z','minh','appraiser','run.finish','run:1','{"runs":{"finished":null,"digest":null}}','{"rows":[["runs",1,"e7065578de968ea9b90172f0bf667f7846d3dfd6687f6cbaf175742b60b0ae04"],["digests",1,"smtp","lan@example.vn","16f7f25775989334c280f796e22cfc85900b44704cf9607938b3cf534be59d92"]],"runs":{"finished":"2026-11-21T03:00:00.0000000Z","digest":"d"}}',NULL,'3da2883df612a5489a0594103612de3a6c18174e066d26abb734bac722e5a7fa','d40b3a5af4e6b64c18fba2fdbf885a85c4f8df85e60d8f2d870f3191724f3d8a');
CREATE INDEX audit_subject ON audit (subject, number);
COMMIT;
