-- Spreads the tables of people's own rows over the workers of a Citus cluster, by user_id. docs/growing.md says when and how.
--
--   psql -v ON_ERROR_STOP=1 -f deploy/citus/distribute.sql "$DATABASE_URL"
--
-- To be run once, on the coordinator, in a database with the extension, while nobody writes. It is one transaction: all or nothing.
-- Everything that is not named here stays on the coordinator.
begin;
set local lock_timeout = '10s';
set local statement_timeout = 0;

-- The account first: the others lie beside it, so that all of one person's rows are on one machine.
create temporary table spread (place int primary key, name regclass not null) on commit drop;
insert into spread (place, name)
select place, name::regclass from unnest(array[
  'user_accounts',
  'applications',
  'coach_chunks',
  'coach_conversations',
  'coach_messages',
  'coach_questions',
  'coach_reservations',
  'coach_usage',
  'deliverables',
  'file_contents',
  'files',
  'idempotency_records',
  'import_pieces',
  'imports',
  'interviews',
  'mock_interviews',
  'mock_questions',
  'search_entries',
  'search_sessions',
  'security_events',
  'status_changes',
  'writing_notes'
]) with ordinality as named (name, place);

-- A foreign key can only join two tables that are both spread, so all of them go and come back.
create temporary table keys on commit drop as
select conrelid::regclass as owner, conname as name, pg_get_constraintdef(oid) as definition
from pg_constraint where contype = 'f' and conrelid in (select name from spread);

do $$
declare it record;
begin
  for it in select * from keys loop
    execute format('alter table %s drop constraint %I', it.owner, it.name);
  end loop;
  for it in select * from spread order by place loop
    if it.place = 1 then
      perform create_distributed_table(it.name, 'user_id', colocate_with => 'none');
    else
      perform create_distributed_table(it.name, 'user_id', colocate_with => 'user_accounts');
    end if;
  end loop;
  for it in select * from keys loop
    execute format('alter table %s add constraint %I %s', it.owner, it.name, it.definition);
  end loop;
end
$$;
commit;
