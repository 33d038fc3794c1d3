-- Applications and the dated history of their statuses.

create table applications (
    user_id uuid not null references user_accounts (user_id) on delete cascade,
    id uuid not null,
    company text not null check (length(company) between 1 and 200),
    position text not null check (length(position) between 1 and 200),
    employment_type text check (employment_type in ('cdi', 'cdd', 'stage', 'alternance', 'freelance', 'interim')),
    location text check (length(location) <= 200),
    channel text check (channel in ('linkedin', 'company_website', 'email', 'indeed', 'apec', 'pole_emploi', 'referral', 'other')),
    link text check (length(link) <= 2000),
    salary text check (length(salary) <= 200),
    contact text check (length(contact) <= 200),
    status text not null check (
        status in ('draft', 'applied', 'screening', 'interview', 'offer', 'accepted', 'rejected', 'withdrawn', 'no_response')
    ),
    due_on date,
    applied_on date,
    responded_on date,
    follow_up_on date,
    last_follow_up_on date,
    comment text check (length(comment) <= 10000),
    posting text check (length(posting) <= 100000),
    posting_captured_at timestamptz,
    is_favorite boolean not null,
    company_key text collate "C" not null,
    search_text text collate "C" not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    deleted_at timestamptz,
    version integer not null,
    primary key (user_id, id),
    constraint applications_responded_after_applied check (responded_on >= applied_on)
);

-- One index per order of the list. Empty dates come last: the same expressions stand in the query.
create index applications_by_updated on applications (user_id, updated_at desc, id desc) where deleted_at is null;
create index applications_by_applied on applications (user_id, coalesce(applied_on, '-infinity'::date) desc, id desc) where deleted_at is null;
create index applications_by_due on applications (user_id, coalesce(due_on, 'infinity'::date), id) where deleted_at is null;
create index applications_by_company on applications (user_id, company_key, id) where deleted_at is null;
create index applications_deleted on applications (user_id, deleted_at) where deleted_at is not null;

create table status_changes (
    user_id uuid not null references user_accounts (user_id) on delete cascade,
    id uuid not null,
    application_id uuid not null,
    status text not null check (
        status in ('draft', 'applied', 'screening', 'interview', 'offer', 'accepted', 'rejected', 'withdrawn', 'no_response')
    ),
    occurred_on date not null,
    note text check (length(note) <= 500),
    created_at timestamptz not null,
    primary key (user_id, id),
    foreign key (user_id, application_id) references applications (user_id, id) on delete cascade
);
create index status_changes_of_application on status_changes (user_id, application_id, occurred_on, created_at, id);
