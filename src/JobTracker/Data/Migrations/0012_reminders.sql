-- Whose daily digest is due when. What people chose stands in user_accounts; this is the queue that follows from it, on one node, so that one
-- index answers who is due whatever the number of people. next_at is null while somebody wants no digest; last_day stays, so that switching
-- off and on again does not bring a second one on the same day.

create table digests (
    user_id uuid primary key references users (id) on delete cascade,
    next_at timestamptz,
    last_day date
);
create index digests_next_at on digests (next_at, user_id) where next_at is not null;

-- Whoever chose it before this table was there: the first look finds the right time.
insert into digests (user_id, next_at) select user_id, now() from user_accounts where digest_enabled;
