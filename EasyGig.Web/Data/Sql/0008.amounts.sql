-- An amount is a number, and a whole one of its currency's minor units: what Money can hold, whatever program writes it.

-- ISO 4217, list one; Money.MinorDigits says the same.
CREATE FUNCTION minor_digits(currency char(3)) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN CASE
    WHEN currency IN ('BIF', 'CLP', 'DJF', 'GNF', 'ISK', 'JPY', 'KMF', 'KRW', 'PYG', 'RWF', 'UGX', 'VND', 'VUV', 'XAF', 'XOF', 'XPF') THEN 0
    WHEN currency IN ('BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND') THEN 3
    ELSE 2
END;

-- PostgreSQL sorts NaN above every number, so "not negative" alone lets it in.
ALTER TABLE artists
    DROP CONSTRAINT artists_fee_not_negative,
    ADD CONSTRAINT artists_fee_not_negative CHECK (fee >= 0 AND fee < 'NaN'),
    ADD CONSTRAINT artists_fee_too_fine CHECK (fee = round(fee, minor_digits(currency)));

ALTER TABLE slots
    DROP CONSTRAINT slots_fee_not_negative,
    ADD CONSTRAINT slots_fee_not_negative CHECK (min_fee >= 0 AND min_fee < 'NaN' AND max_fee < 'NaN'),
    ADD CONSTRAINT slots_fee_too_fine CHECK ((min_fee, max_fee) = (round(min_fee, minor_digits(currency)), round(max_fee, minor_digits(currency))));

ALTER TABLE applications
    DROP CONSTRAINT applications_fee_not_negative,
    ADD CONSTRAINT applications_fee_not_negative CHECK (fee >= 0 AND fee < 'NaN'),
    ADD CONSTRAINT applications_fee_too_fine CHECK (fee = round(fee, minor_digits(currency)));

ALTER TABLE bookings
    DROP CONSTRAINT bookings_fee_not_negative,
    ADD CONSTRAINT bookings_fee_not_negative CHECK (fee >= 0 AND fee < 'NaN'),
    ADD CONSTRAINT bookings_fee_too_fine CHECK (fee = round(fee, minor_digits(currency)));
