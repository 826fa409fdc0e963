INSERT INTO regions SELECT code, country_code, name, name_en FROM csv
ON CONFLICT (code) DO UPDATE SET name = excluded.name, name_en = excluded.name_en;
