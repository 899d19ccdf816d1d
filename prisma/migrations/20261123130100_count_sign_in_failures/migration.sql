-- Kept for addresses without an account too, so that nobody learns which have one.
CREATE TABLE "sign_in_failures" (
  "account" BYTEA NOT NULL,
  "count" INTEGER NOT NULL,
  "since" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "sign_in_failures_pkey" PRIMARY KEY ("account")
);
CREATE INDEX "sign_in_failures_since_idx" ON "sign_in_failures" ("since");
