ALTER TABLE events
  -- The rebuilding from its raw line that made the row; 0 as it came in.
  ADD COLUMN IF NOT EXISTS revision UInt32 CODEC(ZSTD(1));
ALTER TABLE detections
  ADD COLUMN IF NOT EXISTS revision UInt32 CODEC(ZSTD(1));
-- What a reparse is doing, slice by slice. Rows of a slice that is open are filtered: see tenant-walls.ts.
CREATE TABLE IF NOT EXISTS reparses
(
  tenant_id UUID,
  -- All of the tenant's when it is the zero UUID.
  source_id UUID,
  revision UInt32,
  -- Of receive times, half open, as are slices: what the whole run is about.
  run_from DateTime64(3, 'UTC'),
  run_to DateTime64(3, 'UTC'),
  retention_class UInt16,
  slice_from DateTime64(3, 'UTC'),
  slice_to DateTime64(3, 'UTC'),
  -- 1 new rows are hidden, 2 old rows are hidden, 3 old rows are gone, 4 new rows are gone, 5 the whole run is done.
  phase UInt8
)
ENGINE = ReplacingMergeTree(phase)
ORDER BY (tenant_id, revision, retention_class, slice_from)
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1;
