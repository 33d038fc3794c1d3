-- What makes an account trustworthy: links by mail, a second factor, invitations, and what its owner can look up about it.

-- One living link for each purpose: a newer one takes the older one's place. Only the hash is kept.
create table mailed_links (
    user_id uuid not null references users (id) on delete cascade,
    purpose text not null check (purpose in ('confirm_address', 'reset_password')),
    token_hash bytea not null unique check (length(token_hash) = 32),
    email text not null check (length(email) <= 254),
    created_at timestamptz not null,
    expires_at timestamptz not null,
    primary key (user_id, purpose)
);

-- Who asked for a new password, whether or not anybody has the address: the answer is given before anybody looks.
create table reset_requests (
    id uuid primary key,
    normalized_email text not null check (length(normalized_email) <= 512),
    created_at timestamptz not null
);

create table authenticators (
    user_id uuid primary key references users (id) on delete cascade,
    sealed_secret text not null check (length(sealed_secret) <= 1000),
    last_step bigint not null check (last_step >= 0),
    created_at timestamptz not null
);

create table recovery_codes (
    user_id uuid not null references users (id) on delete cascade,
    code_hash bytea not null check (length(code_hash) = 32),
    primary key (user_id, code_hash)
);

create table invitations (
    id uuid primary key,
    token_hash bytea not null unique check (length(token_hash) = 32),
    email text check (length(email) <= 254),
    created_at timestamptz not null,
    expires_at timestamptz not null
);

create table security_events (
    user_id uuid not null references user_accounts (user_id) on delete cascade,
    id uuid not null,
    kind text not null check (
        kind in (
            'registered', 'invitation_used', 'signed_in', 'sign_in_failed', 'signed_out_everywhere', 'device_revoked', 'password_changed',
            'password_reset', 'address_confirmed', 'address_changed', 'two_factor_on', 'two_factor_off', 'recovery_code_used',
            'recovery_codes_renewed', 'keys_changed', 'data_exported', 'calendar_shared'
        )
    ),
    device text check (length(device) <= 200),
    times integer not null check (times > 0),
    occurred_at timestamptz not null,
    primary key (user_id, id)
);
create index security_events_by_time on security_events (user_id, occurred_at desc, id desc);
