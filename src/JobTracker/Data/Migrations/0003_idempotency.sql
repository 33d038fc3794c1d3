-- The first answer to a request with an Idempotency-Key, written in the transaction that did the work.

create table idempotency_records (
    user_id uuid not null references user_accounts (user_id) on delete cascade,
    route text not null check (length(route) <= 200),
    key text not null check (length(key) between 1 and 64),
    request_hash bytea not null,
    status integer,
    location text,
    body text,
    created_at timestamptz not null,
    primary key (user_id, route, key)
);
