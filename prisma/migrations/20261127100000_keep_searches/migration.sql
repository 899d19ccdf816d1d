-- Questions worth asking again.

CREATE TABLE "saved_searches" (
  "tenant_id" UUID NOT NULL,
  "id" UUID NOT NULL,
  "name" TEXT NOT NULL,
  "query" TEXT NOT NULL,
  "range" TEXT NOT NULL,
  "columns" TEXT[] NOT NULL,
  "saved_by" UUID NOT NULL,
  "saved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "saved_searches_pkey" PRIMARY KEY ("tenant_id", "id"),
  CONSTRAINT "saved_searches_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants" ("id")
    ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "saved_searches_tenant_id_name_key" ON "saved_searches" ("tenant_id", "name");

ALTER TABLE "saved_searches" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY "scoped" ON "saved_searches" USING ("tenant_id" = ANY ((SELECT nightjar_tenants())::uuid[]));
