create table search_sessions (
    user_id uuid not null references user_accounts (user_id) on delete cascade,
    id uuid not null,
    entries integer not null check (entries between 0 and 500),
    started_at timestamptz not null,
    finished_at timestamptz,
    primary key (user_id, id)
);
create unique index search_sessions_one_open on search_sessions (user_id) where finished_at is null;
create index search_sessions_by_start on search_sessions (user_id, started_at desc, id desc);

create table search_entries (
    user_id uuid not null references user_accounts (user_id) on delete cascade,
    id uuid not null,
    session_id uuid not null,
    company text not null check (length(company) between 1 and 200),
    city text check (length(city) <= 200),
    mission text not null check (length(mission) between 1 and 200),
    link text check (length(link) <= 2000),
    created_at timestamptz not null,
    added_at timestamptz,
    version integer not null,
    primary key (user_id, id),
    foreign key (user_id, session_id) references search_sessions (user_id, id) on delete cascade
);
create index search_entries_of_session on search_entries (user_id, session_id, created_at desc, id desc);
