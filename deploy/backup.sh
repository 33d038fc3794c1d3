#!/usr/bin/env bash
# Copies of JobTracker's database, and the proof that they can be used. Needs PostgreSQL's own programs psql, pg_dump and pg_restore,
# not older than the server.
#
#   deploy/backup.sh dump FILE      writes a copy of $DATABASE_URL to FILE while the site runs, and to FILE.sums what each table held at that
#                                   moment: its rows and a checksum over all of them
#   deploy/backup.sh restore FILE   fills the empty database $NEW_DATABASE_URL from FILE and compares every table with FILE.sums
#   deploy/backup.sh drill          both, from $DATABASE_URL into $NEW_DATABASE_URL, and leaves no file behind
#
# Both addresses in the form postgres://user:password@host:5432/database. Neither program nor file ever shows what is in a table; the copy
# itself holds everything, so keep it as safe as the database. Exit code 0 only if every table is the same.
set -euo pipefail
umask 077

fail() {
  printf '%s\n' "$*" >&2
  exit 1
}

address() {
  local url=${!1:-}
  case $url in
    postgres://* | postgresql://*) printf '%s' "$url" ;;
    '') fail "$1 is missing: set it to postgres://user:password@host:5432/database." ;;
    *) fail "$1 must have the form postgres://user:password@host:5432/database." ;;
  esac
}

# One line for each table: name, rows, sum of the first 60 bits of each row's MD5. The order of rows does not matter, their number does.
# The text of a value must not depend on where the session comes from.
sums_of_tables() {
  cat << 'SQL'
set timezone = 'UTC';
set datestyle = 'ISO, YMD';
set intervalstyle = 'iso_8601';
set bytea_output = 'hex';
set extra_float_digits = 1;
set statement_timeout = 0;
select format(
  'select %L, count(*), coalesce(sum((''x'' || left(md5(it::text), 15))::bit(60)::bigint), 0) from %I.%I as it',
  tablename, schemaname, tablename
) from pg_tables where schemaname = 'public' order by tablename
\gexec
SQL
}

dump() {
  local source
  file=$1 source=$(address DATABASE_URL)
  [ ! -e "$file" ] || fail "$file is there already: nothing was written."
  trap 'rm -f "$file.part" "$file.sums.part"' EXIT

  # One transaction sees one moment; the copy is taken from the same one.
  coproc moment { psql -qAtX -v ON_ERROR_STOP=1 "$source"; }
  local to=${moment[1]} from=${moment[0]} session=$moment_PID snapshot=
  printf '%s\n' 'begin isolation level repeatable read read only;' 'select pg_export_snapshot();' >&"$to"
  read -r snapshot <&"$from" || fail "The database of DATABASE_URL cannot be read."
  pg_dump --format=custom --no-owner --no-privileges --schema=public --snapshot="$snapshot" --file="$file.part" "$source"
  sums_of_tables >&"$to"
  printf '%s\n' 'commit;' '\q' >&"$to"
  cat <&"$from" > "$file.sums.part"
  wait "$session"

  mv "$file.sums.part" "$file.sums"
  mv "$file.part" "$file"
  trap - EXIT
  printf 'Copied %s tables with %s rows to %s.\n' "$(wc -l < "$file.sums")" "$(rows_in "$file.sums")" "$file"
}

restore() {
  local target found
  file=$1 target=$(address NEW_DATABASE_URL)
  [ -r "$file" ] && [ -r "$file.sums" ] || fail "$file and $file.sums are needed, as dump writes them."
  found=$(psql -qAtX -v ON_ERROR_STOP=1 -c "select count(*) from pg_class where relnamespace = 'public'::regnamespace and relkind <> 'i'" "$target") \
    || fail "The database of NEW_DATABASE_URL cannot be read."
  [ "$found" -eq 0 ] || fail "The database of NEW_DATABASE_URL is not empty: nothing was changed. Create an empty one for the copy."

  # Whole or not at all. The schema itself is there in every new database.
  pg_restore --list "$file" | grep -v ' SCHEMA - public ' > "$file.list"
  trap 'rm -f "$file.list" "$file.found"' EXIT
  pg_restore --no-owner --no-privileges --exit-on-error --single-transaction --use-list="$file.list" --dbname="$target" "$file"
  sums_of_tables | psql -qAtX -v ON_ERROR_STOP=1 "$target" > "$file.found"
  if ! diff "$file.sums" "$file.found"; then
    fail "The copy and the database filled from it differ in the tables above (< copied, > restored)."
  fi
  printf 'Restored %s tables with %s rows; all of them are what was copied.\n' "$(wc -l < "$file.found")" "$(rows_in "$file.found")"
}

drill() {
  address DATABASE_URL > /dev/null
  address NEW_DATABASE_URL > /dev/null
  folder=$(mktemp -d)
  trap 'rm -rf "$folder"' EXIT
  "$0" dump "$folder/copy"
  "$0" restore "$folder/copy"
}

rows_in() { awk -F'|' '{ rows += $2 } END { print rows + 0 }' "$1"; }

for program in psql pg_dump pg_restore; do
  command -v "$program" > /dev/null || fail "$program is missing: install PostgreSQL's client programs (on Debian: postgresql-client)."
done
case ${1:-} in
  dump | restore)
    [ $# -eq 2 ] || fail "usage: backup.sh dump FILE | restore FILE | drill"
    "$1" "$2"
    ;;
  drill) drill ;;
  *) fail "usage: backup.sh dump FILE | restore FILE | drill" ;;
esac
