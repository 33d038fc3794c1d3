-- Questions to prepare for, and mock interviews: each is a conversation whose id it has.

create table coach_questions (
    user_id uuid not null references user_accounts (user_id) on delete cascade,
    id uuid not null,
    application_id uuid not null,
    kind text not null check (kind in ('behavioural', 'technical', 'company', 'to_ask')),
    text text not null check (length(text) between 1 and 500),
    why text check (length(why) <= 500),
    source text check (source in ('facts', 'next_interview', 'posting', 'deliverable', 'note', 'past_interview')),
    made_from text check (length(made_from) = 64),
    is_edited boolean not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    version integer not null,
    primary key (user_id, id),
    foreign key (user_id, application_id) references applications (user_id, id) on delete cascade
);
create index coach_questions_of_application on coach_questions (user_id, application_id, id);

create table mock_interviews (
    user_id uuid not null references user_accounts (user_id) on delete cascade,
    id uuid not null,
    application_id uuid not null,
    type text not null check (type in ('hr', 'technical', 'manager', 'final', 'other')),
    language text not null check (language in ('en', 'fr')),
    difficulty text not null check (difficulty in ('gentle', 'usual', 'tough')),
    questions integer not null check (questions between 3 and 10),
    started_at timestamptz not null,
    finished_at timestamptz,
    version integer not null,
    primary key (user_id, id),
    foreign key (user_id, id) references coach_conversations (user_id, id) on delete cascade,
    foreign key (user_id, application_id) references applications (user_id, id) on delete cascade
);
create index mock_interviews_by_start on mock_interviews (user_id, started_at desc, id desc);
create index mock_interviews_of_application on mock_interviews (user_id, application_id, started_at desc, id desc);

create table mock_questions (
    user_id uuid not null references user_accounts (user_id) on delete cascade,
    id uuid not null,
    mock_id uuid not null,
    number integer not null check (number between 1 and 10),
    is_follow_up boolean not null,
    text text not null check (length(text) between 1 and 1000),
    answer text check (length(answer) between 1 and 6000),
    seconds integer check (seconds between 0 and 86400),
    answered_at timestamptz,
    judging_until timestamptz,
    feedback jsonb,
    prose text check (length(prose) <= 20000),
    primary key (user_id, id),
    foreign key (user_id, mock_id) references mock_interviews (user_id, id) on delete cascade,
    constraint mock_questions_answered check ((answer is null) = (answered_at is null)),
    constraint mock_questions_judged_when_answered check (answer is not null or (feedback is null and prose is null)),
    constraint mock_questions_feedback_or_prose check (feedback is null or prose is null)
);
create unique index mock_questions_in_order on mock_questions (user_id, mock_id, number, is_follow_up);
