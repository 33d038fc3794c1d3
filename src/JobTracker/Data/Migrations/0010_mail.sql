-- Mail on its way. The table stays on one node, like everything that is worked through as a queue. Address and text stand sealed in one
-- column, which is emptied when the mail has gone or was given up; what remains says only that there was one, and how it ended. due_at and
-- until go by the clock of the database: those of the processes may differ, and two would then take a mail for theirs.

create table outbox (
    id uuid primary key,
    user_id uuid references users (id) on delete cascade,
    kind text not null check (length(kind) between 1 and 40),
    state text not null check (state in ('waiting', 'sent', 'given_up')),
    letter text check (length(letter) <= 1000000),
    created_at timestamptz not null,
    due_at timestamptz not null,
    until timestamptz,
    attempts integer not null check (attempts >= 0),
    lease uuid,
    handed_over_at timestamptz,
    finished_at timestamptz,
    reason text check (length(reason) between 1 and 40),
    reply integer check (reply between 200 and 599),
    constraint outbox_letter_while_waiting check ((state = 'waiting') = (letter is not null)),
    constraint outbox_finished_when_not_waiting check ((state = 'waiting') = (finished_at is null)),
    constraint outbox_given_up_for_a_reason check (state <> 'given_up' or reason is not null)
);
create index outbox_waiting on outbox (due_at, id) where state = 'waiting';
create index outbox_finished on outbox (finished_at) where state <> 'waiting';
create index outbox_user on outbox (user_id);
