-- Applications are found by their link through an index, instead of by reading all of a person's rows. The hash is made in C#
-- (LinkKey.HashOf); rows from before get theirs from the clean-up, and are looked at one by one until then.

alter table applications add column link_hash bigint;
create index applications_by_link on applications (user_id, link_hash) where deleted_at is null and link_hash is not null;
create index applications_unhashed on applications (user_id) where link is not null and link_hash is null;
