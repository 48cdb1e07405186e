-- The city's database: the same for PGlite and PostgreSQL (15 and newer).
-- Rows of an office are keyed by its id: no office can change or delete what another one has sent.

create table if not exists city_schema (version integer primary key);
insert into city_schema (version) values (1), (2) on conflict do nothing;

-- An office whose signing key was enrolled. Bundles of another epoch wait, or are refused, until somebody accepts it.
create table if not exists office (
  office_id text primary key,
  accepted_epoch integer not null default 1 check (accepted_epoch >= 1),
  enrolled_at timestamptz not null
);

-- How far a kind of bundle has come without a gap.
create table if not exists watermark (
  office_id text not null references office,
  kind text not null check (kind in ('report', 'backup', 'handover')),
  epoch integer not null,
  contiguous integer not null check (contiguous >= 0),
  primary key (office_id, kind, epoch)
);

-- Every bundle whose note was authentic: one file for each number, whatever became of it.
create table if not exists bundle (
  office_id text not null references office,
  kind text not null check (kind in ('report', 'backup', 'handover')),
  epoch integer not null,
  sequence integer not null,
  file_name text not null unique,
  -- What the signed note says.
  file_sha256 text not null,
  previous_sha256 text,
  supersedes integer[] not null,
  created_at timestamptz not null,
  state text not null check (state in ('loaded', 'stored', 'held', 'rejected', 'fork')),
  code text,
  -- What the two files hashed to that were judged: the first is another than file_sha256 if it came damaged.
  judged_sha256 text not null,
  note_sha256 text not null,
  judged_at timestamptz not null,
  receipt text not null,
  -- From the manifest of a report.
  period_from date,
  period_to date,
  journal_from bigint,
  journal_to bigint,
  journal_head text,
  records jsonb,
  primary key (office_id, kind, epoch, sequence)
);

-- A report that waits for what is missing before it; verified, not yet applied.
create table if not exists held_file (
  office_id text not null,
  kind text not null,
  epoch integer not null,
  sequence integer not null,
  content bytea not null,
  note text not null,
  primary key (office_id, kind, epoch, sequence),
  foreign key (office_id, kind, epoch, sequence) references bundle on delete cascade
);

-- Files that are no bundle of ours, and second files under a number that is taken: judged once, told again.
create table if not exists refused_file (
  file_name text not null,
  file_sha256 text not null,
  note_sha256 text not null,
  verdict text not null check (verdict in ('rejected', 'fork')),
  code text not null,
  judged_at timestamptz not null,
  -- Null if the name is none that a receipt could speak of, or another file of this name was judged well.
  receipt text,
  primary key (file_name, file_sha256, note_sha256)
);

-- Files that were judged, by what the file system says of them: an unchanged one is not read again.
create table if not exists known_file (
  inbox text not null,
  file_name text not null,
  signature text not null,
  file_sha256 text not null,
  note_sha256 text not null,
  primary key (inbox, file_name)
);

create table if not exists person (
  office_id text not null references office,
  id uuid not null,
  born text,
  gender text not null,
  district text,
  languages jsonb not null,
  group_id text,
  group_since date,
  first_support_on date not null,
  primary key (office_id, id)
);

create table if not exists contact (
  office_id text not null references office,
  id uuid not null,
  day date not null,
  hour integer not null,
  kind text not null,
  medium text not null,
  language text not null,
  -- [{ "id": topic, "result": result or null, "quantity": how many times, or null where version 1 did not say }]
  topics jsonb not null,
  minutes integer,
  companions integer not null,
  -- A token of person; without a foreign key, because a person under restriction does not travel.
  person uuid,
  primary key (office_id, id)
);
create index if not exists contact_day on contact (day);

create table if not exists wait (
  office_id text not null references office,
  id uuid not null,
  day date not null,
  hour integer not null,
  kind text not null,
  language text not null,
  topics jsonb not null,
  priority text,
  outcome text not null,
  wait_minutes integer not null,
  way_minutes integer,
  service_minutes integer,
  primary key (office_id, id)
);
create index if not exists wait_day on wait (day);
-- Version 2: why somebody was turned away or gave up.
alter table wait add column if not exists cause text;

create table if not exists obstacle (
  office_id text not null references office,
  id uuid not null,
  day date not null,
  obstacle text not null,
  level text not null,
  topic text,
  language text,
  district text,
  state text not null,
  ended_on date,
  primary key (office_id, id)
);
create index if not exists obstacle_day on obstacle (day);

create table if not exists step (
  office_id text not null references office,
  id uuid not null,
  created_on date not null,
  owner text not null,
  due_on date,
  done_on date,
  topic text,
  primary key (office_id, id)
);

create table if not exists referral (
  office_id text not null references office,
  id uuid not null,
  day date not null,
  partner_kind text not null,
  authority boolean not null,
  topic text,
  language text,
  state text not null,
  reason text,
  primary key (office_id, id)
);
create index if not exists referral_day on referral (day);

create table if not exists appointment (
  office_id text not null references office,
  id uuid not null,
  requested_on date not null,
  day date not null,
  hour integer not null,
  language text,
  topics jsonb not null,
  place_kind text not null,
  status text not null,
  no_show_reason text,
  primary key (office_id, id)
);
create index if not exists appointment_day on appointment (day);
