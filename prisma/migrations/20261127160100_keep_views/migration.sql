-- Graphs and timelines to come back to.

CREATE TYPE "saved_view_kind" AS ENUM ('graph', 'timeline');
CREATE TABLE "saved_views" (
  "tenant_id" UUID NOT NULL,
  "id" UUID NOT NULL,
  "kind" "saved_view_kind" NOT NULL,
  "name" TEXT NOT NULL,
  "address" TEXT NOT NULL,
  "places" JSONB NOT NULL DEFAULT '[]',
  "shared" BOOLEAN NOT NULL,
  "saved_by" UUID NOT NULL,
  "saved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "version" INTEGER NOT NULL DEFAULT 1,
  CONSTRAINT "saved_views_pkey" PRIMARY KEY ("tenant_id", "id"),
  CONSTRAINT "saved_views_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants" ("id")
    ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "saved_views_tenant_id_kind_saved_by_name_key"
  ON "saved_views" ("tenant_id", "kind", "saved_by", "name");

ALTER TABLE "saved_views" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY "scoped" ON "saved_views" USING ("tenant_id" = ANY ((SELECT nightjar_tenants())::uuid[]));
CREATE POLICY "whole" ON "saved_views" FOR SELECT TO CURRENT_USER
  USING ((SELECT current_setting('nightjar.backup', true)) = 'on');
