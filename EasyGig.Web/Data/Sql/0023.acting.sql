-- For which side somebody acted, noted when they did: who belongs to whom changes. What is older is noted as far as it can be known.
ALTER TABLE audit ADD COLUMN side varchar(16);
UPDATE audit SET side = 'venue' WHERE fact = 'hold_placed';
UPDATE audit SET side = 'artist' WHERE fact IN ('hold_committed', 'challenge_met');
UPDATE audit e SET side = (SELECT c.side FROM challenges c WHERE c.hold_id = e.hold_id ORDER BY abs(extract(epoch FROM c.started_at - e.at)) LIMIT 1)
    WHERE fact = 'challenge_started';
UPDATE audit e SET side = CASE WHEN EXISTS (SELECT FROM artist_members m WHERE m.artist_id = e.artist_id AND m.person_id = e.person_id) THEN 'artist' ELSE 'venue' END
    WHERE fact = 'hold_released' AND person_id IS NOT NULL;
