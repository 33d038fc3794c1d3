-- Histories are read in order by their index alone: with the status in it, neither the table nor a sort is needed for statistics.
drop index status_changes_of_application;
create index status_changes_of_application on status_changes (user_id, application_id, occurred_on, created_at, id) include (status);
