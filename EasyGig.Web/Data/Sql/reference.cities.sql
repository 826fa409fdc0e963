INSERT INTO cities
SELECT city_id::integer, name, COALESCE(subdivision_code, ''), region_code, country_code, latitude::double precision, longitude::double precision,
       COALESCE(population, '0')::integer, time_zone,
       ARRAY(SELECT DISTINCT lower(n) FROM unnest(ARRAY[name, ascii_name] || string_to_array(official_name, '/') || string_to_array(search_names, '|')) n WHERE n <> '')
FROM csv
ON CONFLICT (id) DO UPDATE SET
    name = excluded.name, province = excluded.province, region_code = excluded.region_code, country_code = excluded.country_code,
    latitude = excluded.latitude, longitude = excluded.longitude, population = excluded.population,
    time_zone = excluded.time_zone, names = excluded.names;

DELETE FROM city_names;
INSERT INTO city_names SELECT DISTINCT lower(unaccent(n)), id FROM cities, unnest(names) n;
