INSERT INTO genres SELECT bit::smallint, slug, name, name_it, parent_slug, COALESCE(main, '') = '1' FROM csv
ON CONFLICT (bit) DO UPDATE SET
    slug = excluded.slug, name = excluded.name, name_it = excluded.name_it, parent_slug = excluded.parent_slug, main = excluded.main;
