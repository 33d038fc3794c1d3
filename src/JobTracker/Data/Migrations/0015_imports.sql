-- A file that somebody is about to take over: kept for the preview, at most one of each person, and not for long.

create table imports (
    user_id uuid not null references user_accounts (user_id) on delete cascade,
    id uuid not null,
    name text not null check (length(name) between 1 and 200),
    size bigint not null check (size between 1 and 67108864),
    state text not null check (state in ('waiting', 'running', 'done', 'failed')),
    rows_done integer not null check (rows_done >= 0),
    rows_to_add integer not null check (rows_to_add >= 0),
    report jsonb,
    trouble text check (length(trouble) <= 2000),
    lease_until timestamptz,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    primary key (user_id, id),
    constraint imports_running_has_lease check ((state = 'running') = (lease_until is not null))
);
create unique index imports_one on imports (user_id);

-- In pieces, so that neither writing nor reading a large one needs it in memory as a whole.
create table import_pieces (
    user_id uuid not null references user_accounts (user_id) on delete cascade,
    import_id uuid not null,
    number integer not null check (number >= 1),
    bytes bytea not null check (length(bytes) between 1 and 1048576),
    primary key (user_id, import_id, number),
    foreign key (user_id, import_id) references imports (user_id, id) on delete cascade
);
alter table import_pieces alter column bytes set storage external;
