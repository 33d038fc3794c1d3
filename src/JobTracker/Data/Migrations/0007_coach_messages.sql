-- What is said in conversations, and the text of replies as it comes in.

-- A conversation without a title is named by its first message.
alter table coach_conversations drop constraint coach_conversations_title_check;
alter table coach_conversations add constraint coach_conversations_title_check check (length(title) <= 200);

create table coach_messages (
    user_id uuid not null references user_accounts (user_id) on delete cascade,
    id uuid not null,
    conversation_id uuid not null,
    role text not null check (role in ('user', 'coach')),
    status text not null check (status in ('streaming', 'done', 'stopped', 'interrupted', 'failed')),
    text text not null check (length(text) <= 100000),
    client_message_id text check (length(client_message_id) between 1 and 64),
    answers_id uuid,
    variant integer check (variant >= 1),
    provider text check (provider in ('gemini', 'openai')),
    model text check (length(model) <= 100),
    input_tokens integer check (input_tokens >= 0),
    output_tokens integer check (output_tokens >= 0),
    cut boolean not null,
    error_code text check (length(error_code) <= 40),
    reason text check (length(reason) <= 100),
    retry_at timestamptz,
    stop_requested boolean not null,
    lease_until timestamptz,
    reservation_id uuid,
    created_at timestamptz not null,
    finished_at timestamptz,
    primary key (user_id, id),
    foreign key (user_id, conversation_id) references coach_conversations (user_id, id) on delete cascade,
    foreign key (user_id, answers_id) references coach_messages (user_id, id) on delete cascade,
    constraint coach_messages_reply_answers check ((role = 'coach') = (answers_id is not null and variant is not null)),
    constraint coach_messages_question_is_named check ((role = 'user') = (client_message_id is not null)),
    constraint coach_messages_streaming_has_lease check ((status = 'streaming') = (lease_until is not null))
);
-- One running reply for each person, whatever process it runs in.
create unique index coach_messages_one_running on coach_messages (user_id) where status = 'streaming';
create unique index coach_messages_by_client_id on coach_messages (user_id, conversation_id, client_message_id) where role = 'user';
create unique index coach_messages_by_variant on coach_messages (user_id, answers_id, variant) where role = 'coach';
create index coach_messages_questions on coach_messages (user_id, conversation_id, created_at desc, id desc) where role = 'user';
create index coach_messages_of_conversation on coach_messages (user_id, conversation_id);

-- Only ever added to; a reader that knows the last number it saw misses nothing and sees nothing twice.
create table coach_chunks (
    user_id uuid not null references user_accounts (user_id) on delete cascade,
    reply_id uuid not null,
    number integer not null check (number >= 1),
    text text not null,
    primary key (user_id, reply_id, number),
    foreign key (user_id, reply_id) references coach_messages (user_id, id) on delete cascade
);
