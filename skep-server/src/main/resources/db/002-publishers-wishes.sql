-- What a publisher asks of pollers, and how often a feed has news: kept so that a 304, which says neither, can be paced.

ALTER TABLE feed ADD COLUMN hint_seconds INTEGER NOT NULL DEFAULT 0;
ALTER TABLE feed ADD COLUMN skip_hours INTEGER NOT NULL DEFAULT 0;   -- bit h: the hour h in UTC
ALTER TABLE feed ADD COLUMN skip_days INTEGER NOT NULL DEFAULT 0;    -- bit d: 0 is Monday
ALTER TABLE feed ADD COLUMN rate_newest INTEGER;
ALTER TABLE feed ADD COLUMN rate_oldest INTEGER;
ALTER TABLE feed ADD COLUMN rate_entries INTEGER NOT NULL DEFAULT 0;
