-- Keys that people bring for the coach's model, what they have agreed to, and what the coach may use in a day.

alter table user_accounts
    add column google_ai_key text check (length(google_ai_key) <= 2000),
    add column google_ai_key_last4 text check (length(google_ai_key_last4) = 4),
    add column openai_key text check (length(openai_key) <= 2000),
    add column openai_key_last4 text check (length(openai_key_last4) = 4),
    add column gemini_agreed_at timestamptz,
    add column openai_agreed_at timestamptz,
    add constraint user_accounts_google_ai_key_has_last4 check ((google_ai_key is null) = (google_ai_key_last4 is null)),
    add constraint user_accounts_openai_key_has_last4 check ((openai_key is null) = (openai_key_last4 is null));

create table coach_usage (
    user_id uuid not null references user_accounts (user_id) on delete cascade,
    day date not null,
    purse text not null check (purse in ('server', 'own')),
    messages integer not null check (messages >= 0),
    tokens bigint not null check (tokens >= 0),
    primary key (user_id, day, purse)
);

create table coach_reservations (
    user_id uuid not null references user_accounts (user_id) on delete cascade,
    id uuid not null,
    day date not null,
    purse text not null check (purse in ('server', 'own')),
    tokens bigint not null check (tokens >= 0),
    expires_at timestamptz not null,
    primary key (user_id, id)
);
