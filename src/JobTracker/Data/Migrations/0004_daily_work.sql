-- What belongs to an application or to nothing but its person: writing, deliverables, interviews, files.

alter table user_accounts
    add column file_bytes_used bigint not null default 0 check (file_bytes_used >= 0),
    add column file_bytes_max bigint check (file_bytes_max >= 0);

-- Without an application a note belongs to the writing bank.
create table writing_notes (
    user_id uuid not null references user_accounts (user_id) on delete cascade,
    id uuid not null,
    application_id uuid,
    title text not null check (length(title) between 1 and 200),
    tags text[] not null check (cardinality(tags) <= 20),
    content text not null check (length(content) between 1 and 50000),
    search_text text collate "C" not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    version integer not null,
    primary key (user_id, id),
    foreign key (user_id, application_id) references applications (user_id, id) on delete cascade
);
create index writing_notes_by_updated on writing_notes (user_id, updated_at desc, id desc);
create index writing_notes_of_application on writing_notes (user_id, application_id, updated_at desc, id desc);

create table deliverables (
    user_id uuid not null references user_accounts (user_id) on delete cascade,
    id uuid not null,
    application_id uuid not null,
    title text not null check (length(title) between 1 and 200),
    kind text not null check (kind in ('essay', 'question', 'resume', 'cover_letter', 'form', 'other')),
    due_on date,
    state text not null check (state in ('not_started', 'in_progress', 'done')),
    content text check (length(content) <= 50000),
    source_writing_id uuid,
    completed_at timestamptz,
    search_text text collate "C" not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    version integer not null,
    primary key (user_id, id),
    foreign key (user_id, application_id) references applications (user_id, id) on delete cascade,
    foreign key (user_id, source_writing_id) references writing_notes (user_id, id),
    constraint deliverables_completed_when_done check ((state = 'done') = (completed_at is not null))
);
create index deliverables_by_due on deliverables (user_id, coalesce(due_on, 'infinity'::date), id);
create index deliverables_open on deliverables (user_id, due_on) where completed_at is null;
create index deliverables_of_application on deliverables (user_id, application_id, coalesce(due_on, 'infinity'::date), id);
create index deliverables_of_source on deliverables (user_id, source_writing_id) where source_writing_id is not null;

-- The instant, and the zone it was agreed in: what the clock there shows is derived from both.
create table interviews (
    user_id uuid not null references user_accounts (user_id) on delete cascade,
    id uuid not null,
    application_id uuid not null,
    starts_at timestamptz not null,
    time_zone text not null check (length(time_zone) between 1 and 64),
    duration_minutes integer not null check (duration_minutes between 5 and 480),
    type text not null check (type in ('hr', 'technical', 'manager', 'final', 'other')),
    format text not null check (format in ('phone', 'video', 'in_person')),
    location text check (length(location) <= 500),
    status text not null check (status in ('planned', 'completed', 'cancelled')),
    interviewer text check (length(interviewer) <= 200),
    comment text check (length(comment) <= 10000),
    debrief text check (length(debrief) <= 10000),
    search_text text collate "C" not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    version integer not null,
    primary key (user_id, id),
    foreign key (user_id, application_id) references applications (user_id, id) on delete cascade
);
create index interviews_by_start on interviews (user_id, starts_at, id);
create index interviews_of_application on interviews (user_id, application_id, starts_at, id);

create table files (
    user_id uuid not null references user_accounts (user_id) on delete cascade,
    id uuid not null,
    application_id uuid not null,
    name text not null check (length(name) between 1 and 200),
    media_type text not null check (length(media_type) <= 100),
    size bigint not null check (size > 0),
    created_at timestamptz not null,
    primary key (user_id, id),
    foreign key (user_id, application_id) references applications (user_id, id) on delete cascade
);
create index files_of_application on files (user_id, application_id, created_at, id);

-- Apart from their names, so that no list can load them.
create table file_contents (
    user_id uuid not null references user_accounts (user_id) on delete cascade,
    id uuid not null,
    bytes bytea not null,
    primary key (user_id, id),
    foreign key (user_id, id) references files (user_id, id) on delete cascade
);
-- What is kept is compressed already, so a part of it can be read without unpacking the whole.
alter table file_contents alter column bytes set storage external;

-- Everything that stands under an application, in one shape: for counting it, and for saying what comes next.
create view application_parts as
select user_id, application_id, 'deliverable' as kind, completed_at is null as is_open, title, due_on, null::timestamptz as starts_at
from deliverables
union all
select user_id, application_id, 'writing', false, title, null, null
from writing_notes
where application_id is not null
union all
select user_id, application_id, 'interview', status = 'planned', type, null, starts_at
from interviews;
