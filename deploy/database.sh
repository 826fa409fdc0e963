#!/bin/sh
# The user that the site signs in as: it works with the rows and may not change the schema; the command migrate grants it that.
set -eu
psql -v ON_ERROR_STOP=1 -v password="$EASYGIG_SITE_PASSWORD" -U "$POSTGRES_USER" -d "$POSTGRES_DB" <<'SQL'
CREATE ROLE easygig_site LOGIN PASSWORD :'password';
SQL
