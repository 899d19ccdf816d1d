-- Files that people gave to look at, each with a source of its own.

CREATE TYPE "file_state" AS ENUM ('waiting', 'receiving', 'read', 'broken_off');

CREATE TABLE "dropped_files" (
  "tenant_id" UUID NOT NULL,
  "id" UUID NOT NULL,
  "name" TEXT NOT NULL,
  "bytes" BIGINT NOT NULL,
  "state" "file_state" NOT NULL DEFAULT 'waiting',
  "received" BIGINT NOT NULL DEFAULT 0,
  "records" BIGINT NOT NULL DEFAULT 0,
  "members" JSONB NOT NULL DEFAULT '[]',
  "problems" JSONB NOT NULL DEFAULT '[]',
  "dropped_by" UUID NOT NULL,
  "dropped_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "touched_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "dropped_files_pkey" PRIMARY KEY ("tenant_id", "id"),
  CONSTRAINT "dropped_files_tenant_id_id_fkey" FOREIGN KEY ("tenant_id", "id") REFERENCES "sources" ("tenant_id", "id")
    ON DELETE CASCADE ON UPDATE CASCADE
);

ALTER TABLE "dropped_files" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY "scoped" ON "dropped_files" USING ("tenant_id" = ANY ((SELECT nightjar_tenants())::uuid[]));
CREATE POLICY "whole" ON "dropped_files" FOR SELECT TO CURRENT_USER
  USING ((SELECT current_setting('nightjar.backup', true)) = 'on');
