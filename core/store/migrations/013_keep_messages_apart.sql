-- A list shows messages and no lines: of a block of rows the lines take longest to read. Their words are words of the line, which has an index.
ALTER TABLE events
  ADD COLUMN IF NOT EXISTS message_of_line String DEFAULT substring(raw, message_at + 1, message_size) CODEC(ZSTD(1));
ALTER TABLE events
  MODIFY COLUMN message String ALIAS if(message_size > 0, message_of_line, message_text)
