INSERT INTO countries SELECT code, name, name_it, currency, has_cities = '1' FROM csv
ON CONFLICT (code) DO UPDATE SET name = excluded.name, name_it = excluded.name_it, currency = excluded.currency, has_cities = excluded.has_cities;
