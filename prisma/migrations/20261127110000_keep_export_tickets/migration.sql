-- What somebody asked to take out, until it is fetched once. It belongs to no tenant, but names some and says what was sought:
-- only who names the secret's digest sees it.

CREATE TABLE "export_tickets" (
  "hash" BYTEA NOT NULL,
  "holder" UUID NOT NULL,
  "question" JSONB NOT NULL,
  "expires_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "export_tickets_pkey" PRIMARY KEY ("hash")
);
CREATE INDEX "export_tickets_expires_at_idx" ON "export_tickets" ("expires_at");

ALTER TABLE "export_tickets" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY "by_hash" ON "export_tickets"
  USING ("hash" = (SELECT decode(nullif(current_setting('nightjar.token_hash', true), ''), 'hex')));
CREATE POLICY "sweep" ON "export_tickets"
  USING ("expires_at" < now() AND (SELECT current_setting('nightjar.door', true)) = 'sweep');
CREATE POLICY "whole" ON "export_tickets" FOR SELECT TO CURRENT_USER
  USING ((SELECT current_setting('nightjar.backup', true)) = 'on');
