-- Secret addresses of calendars. Found by the token, whoever asks: a table of the site and not of its person's rows.
create table calendar_links (
    user_id uuid primary key references users (id) on delete cascade,
    token_hash bytea not null unique check (length(token_hash) = 32),
    created_at timestamptz not null
);
