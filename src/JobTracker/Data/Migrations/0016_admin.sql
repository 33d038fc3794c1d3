alter table users
    add column is_admin boolean not null default false,
    add column deactivated_at timestamptz;
create index users_by_creation on users (created_at desc, id desc);
create index users_administering on users (id) where is_admin;

-- Who did it and to whom are numbers without a foreign key: an act outlives the accounts that it was about.
create table admin_acts (
    id uuid primary key,
    admin_id uuid,
    kind text not null check (
        kind in (
            'admin_granted', 'admin_revoked', 'deactivated', 'reactivated', 'signed_out', 'limits_changed', 'invited', 'invitation_revoked'
        )
    ),
    about_id uuid,
    before text check (length(before) <= 200),
    after text check (length(after) <= 200),
    occurred_at timestamptz not null
);
create index admin_acts_by_time on admin_acts (occurred_at desc, id desc);
create index admin_acts_about on admin_acts (about_id, occurred_at desc, id desc);
