-- Conversations with the coach, each about one application.

create table coach_conversations (
    user_id uuid not null references user_accounts (user_id) on delete cascade,
    id uuid not null,
    application_id uuid not null,
    mode text not null check (mode in ('chat', 'mock')),
    title text not null check (length(title) between 1 and 200),
    excluded_items text[] not null check (cardinality(excluded_items) <= 200),
    summary text check (length(summary) <= 20000),
    summarized_until uuid,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    version integer not null,
    primary key (user_id, id),
    foreign key (user_id, application_id) references applications (user_id, id) on delete cascade,
    constraint coach_conversations_summary_has_end check ((summary is null) = (summarized_until is null))
);
create index coach_conversations_by_updated on coach_conversations (user_id, updated_at desc, id desc);
create index coach_conversations_of_application on coach_conversations (user_id, application_id, updated_at desc, id desc);
