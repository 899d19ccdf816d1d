-- What people keep of events: pins, tags, notes. They go with their tenant, and are not shown longer than their event.

CREATE TYPE "annotation_kind" AS ENUM ('pin', 'tag', 'note');
CREATE TABLE "event_annotations" (
  "tenant_id" UUID NOT NULL,
  "id" UUID NOT NULL,
  "event_id" UUID NOT NULL,
  "event_time" BIGINT NOT NULL,
  "event_received" TIMESTAMPTZ(3) NOT NULL,
  "source_id" UUID NOT NULL,
  "kind" "annotation_kind" NOT NULL,
  "text" TEXT NOT NULL CHECK (length("text") <= 4000),
  "made_by" UUID NOT NULL,
  "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "changed_by" UUID,
  "changed_at" TIMESTAMPTZ(3),
  CONSTRAINT "event_annotations_pkey" PRIMARY KEY ("tenant_id", "id"),
  CONSTRAINT "event_annotations_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants" ("id")
    ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "event_annotations_tenant_id_event_time_id_idx"
  ON "event_annotations" ("tenant_id", "event_time" DESC, "id" DESC);
CREATE INDEX "event_annotations_tenant_id_event_id_idx" ON "event_annotations" ("tenant_id", "event_id");
-- A word stands once on an event, a pin once for each person: done twice it is done once.
CREATE UNIQUE INDEX "event_annotations_pin_key" ON "event_annotations" ("tenant_id", "event_id", "made_by")
  WHERE "kind" = 'pin';
CREATE UNIQUE INDEX "event_annotations_tag_key" ON "event_annotations" ("tenant_id", "event_id", "text")
  WHERE "kind" = 'tag';

ALTER TABLE "event_annotations" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY "scoped" ON "event_annotations" USING ("tenant_id" = ANY ((SELECT nightjar_tenants())::uuid[]));
CREATE POLICY "whole" ON "event_annotations" FOR SELECT TO CURRENT_USER
  USING ((SELECT current_setting('nightjar.backup', true)) = 'on');
