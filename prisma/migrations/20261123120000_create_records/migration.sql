CREATE TYPE "role" AS ENUM ('admin', 'analyst', 'reader');
CREATE TYPE "level" AS ENUM ('informational', 'low', 'medium', 'high', 'critical');
CREATE TYPE "alert_status" AS ENUM ('open', 'closed');
CREATE TYPE "close_reason" AS ENUM (
  'true_positive', 'benign_positive', 'false_positive_logic', 'false_positive_data', 'undetermined'
);

CREATE TABLE "organizations" (
  "id" UUID NOT NULL,
  "name" TEXT NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "organizations_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "organizations_name_key" ON "organizations" ("name");

CREATE TABLE "tenants" (
  "id" UUID NOT NULL,
  "organization_id" UUID NOT NULL,
  "slug" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "code" TEXT NOT NULL,
  "hue" SMALLINT NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "tenants_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "tenants_slug_check" CHECK ("slug" ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  CONSTRAINT "tenants_hue_check" CHECK ("hue" BETWEEN 0 AND 11),
  CONSTRAINT "tenants_organization_id_fkey" FOREIGN KEY ("organization_id")
    REFERENCES "organizations" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "tenants_slug_key" ON "tenants" ("slug");
CREATE INDEX "tenants_organization_id_idx" ON "tenants" ("organization_id");

CREATE TABLE "users" (
  "id" UUID NOT NULL,
  "name" TEXT NOT NULL,
  "email" TEXT NOT NULL,
  "email_verified" BOOLEAN NOT NULL DEFAULT false,
  "image" TEXT,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "users_email_key" ON "users" ("email");

CREATE TABLE "sessions" (
  "id" UUID NOT NULL,
  "user_id" UUID NOT NULL,
  "token" TEXT NOT NULL,
  "expires_at" TIMESTAMPTZ(3) NOT NULL,
  "ip_address" TEXT,
  "user_agent" TEXT,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "sessions_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "sessions_user_id_fkey" FOREIGN KEY ("user_id")
    REFERENCES "users" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "sessions_token_key" ON "sessions" ("token");
CREATE INDEX "sessions_user_id_idx" ON "sessions" ("user_id");

CREATE TABLE "accounts" (
  "id" UUID NOT NULL,
  "user_id" UUID NOT NULL,
  "account_id" TEXT NOT NULL,
  "provider_id" TEXT NOT NULL,
  "password" TEXT,
  "access_token" TEXT,
  "refresh_token" TEXT,
  "id_token" TEXT,
  "access_token_expires_at" TIMESTAMPTZ(3),
  "refresh_token_expires_at" TIMESTAMPTZ(3),
  "scope" TEXT,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "accounts_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "accounts_user_id_fkey" FOREIGN KEY ("user_id")
    REFERENCES "users" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "accounts_provider_id_account_id_key" ON "accounts" ("provider_id", "account_id");
CREATE INDEX "accounts_user_id_idx" ON "accounts" ("user_id");

CREATE TABLE "verifications" (
  "id" UUID NOT NULL,
  "identifier" TEXT NOT NULL,
  "value" TEXT NOT NULL,
  "expires_at" TIMESTAMPTZ(3) NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "verifications_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "verifications_identifier_idx" ON "verifications" ("identifier");

CREATE TABLE "rate_limits" (
  "id" UUID NOT NULL,
  "key" TEXT NOT NULL,
  "count" INTEGER NOT NULL,
  "last_request" BIGINT NOT NULL,
  CONSTRAINT "rate_limits_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "rate_limits_key_key" ON "rate_limits" ("key");

CREATE TABLE "memberships" (
  "tenant_id" UUID NOT NULL,
  "user_id" UUID NOT NULL,
  "role" "role" NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "memberships_pkey" PRIMARY KEY ("tenant_id", "user_id"),
  CONSTRAINT "memberships_tenant_id_fkey" FOREIGN KEY ("tenant_id")
    REFERENCES "tenants" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "memberships_user_id_fkey" FOREIGN KEY ("user_id")
    REFERENCES "users" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "memberships_user_id_idx" ON "memberships" ("user_id");

CREATE TABLE "sources" (
  "tenant_id" UUID NOT NULL,
  "id" UUID NOT NULL,
  "name" TEXT NOT NULL,
  "site" TEXT NOT NULL DEFAULT '',
  "format" TEXT NOT NULL DEFAULT 'auto',
  "zone_minutes" SMALLINT NOT NULL DEFAULT 0,
  "syslog_port" INTEGER,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "sources_pkey" PRIMARY KEY ("tenant_id", "id"),
  CONSTRAINT "sources_zone_minutes_check" CHECK ("zone_minutes" BETWEEN -1440 AND 1440),
  CONSTRAINT "sources_syslog_port_check" CHECK ("syslog_port" BETWEEN 1 AND 65535),
  CONSTRAINT "sources_tenant_id_fkey" FOREIGN KEY ("tenant_id")
    REFERENCES "tenants" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "sources_syslog_port_key" ON "sources" ("syslog_port");
CREATE UNIQUE INDEX "sources_tenant_id_name_key" ON "sources" ("tenant_id", "name");

CREATE TABLE "ingest_tokens" (
  "tenant_id" UUID NOT NULL,
  "id" UUID NOT NULL,
  "source_id" UUID NOT NULL,
  "name" TEXT NOT NULL,
  "hash" BYTEA NOT NULL,
  "prefix" TEXT NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "last_used_at" TIMESTAMPTZ(3),
  "revoked_at" TIMESTAMPTZ(3),
  CONSTRAINT "ingest_tokens_pkey" PRIMARY KEY ("tenant_id", "id"),
  CONSTRAINT "ingest_tokens_tenant_id_fkey" FOREIGN KEY ("tenant_id")
    REFERENCES "tenants" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "ingest_tokens_tenant_id_source_id_fkey" FOREIGN KEY ("tenant_id", "source_id")
    REFERENCES "sources" ("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "ingest_tokens_hash_key" ON "ingest_tokens" ("hash");

CREATE TABLE "api_tokens" (
  "tenant_id" UUID NOT NULL,
  "id" UUID NOT NULL,
  "name" TEXT NOT NULL,
  "role" "role" NOT NULL,
  "hash" BYTEA NOT NULL,
  "prefix" TEXT NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "last_used_at" TIMESTAMPTZ(3),
  "revoked_at" TIMESTAMPTZ(3),
  CONSTRAINT "api_tokens_pkey" PRIMARY KEY ("tenant_id", "id"),
  CONSTRAINT "api_tokens_tenant_id_fkey" FOREIGN KEY ("tenant_id")
    REFERENCES "tenants" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "api_tokens_hash_key" ON "api_tokens" ("hash");

CREATE TABLE "alerts" (
  "tenant_id" UUID NOT NULL,
  "id" UUID NOT NULL,
  "rule_id" TEXT NOT NULL,
  "rule_title" TEXT NOT NULL,
  "rule_description" TEXT,
  "level" "level" NOT NULL,
  "attack" TEXT[],
  "entity_site" TEXT NOT NULL,
  "entity_kind" TEXT NOT NULL,
  "entity_value" TEXT NOT NULL,
  "group_key" BYTEA NOT NULL,
  "status" "alert_status" NOT NULL DEFAULT 'open',
  "backfill" BOOLEAN NOT NULL,
  "count" BIGINT NOT NULL,
  "first_seen" BIGINT NOT NULL,
  "last_seen" BIGINT NOT NULL,
  "window_start" BIGINT NOT NULL,
  "window_end" BIGINT NOT NULL,
  "raised_at" TIMESTAMPTZ(3) NOT NULL,
  "close_reason" "close_reason",
  "close_note" TEXT,
  "closed_by" UUID,
  "closed_at" TIMESTAMPTZ(3),
  "version" INTEGER NOT NULL DEFAULT 1,
  CONSTRAINT "alerts_pkey" PRIMARY KEY ("tenant_id", "id"),
  CONSTRAINT "alerts_closed_check" CHECK (
    ("status" = 'closed') = ("close_reason" IS NOT NULL) AND ("status" = 'closed') = ("closed_at" IS NOT NULL)
  ),
  CONSTRAINT "alerts_tenant_id_fkey" FOREIGN KEY ("tenant_id")
    REFERENCES "tenants" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "alerts_tenant_id_last_seen_id_idx" ON "alerts" ("tenant_id", "last_seen" DESC, "id" DESC);
CREATE INDEX "alerts_tenant_id_group_key_status_idx" ON "alerts" ("tenant_id", "group_key", "status");

CREATE TABLE "alert_contributions" (
  "tenant_id" UUID NOT NULL,
  "payload_id" UUID NOT NULL,
  "group_key" BYTEA NOT NULL,
  "alert_id" UUID NOT NULL,
  "count" BIGINT NOT NULL,
  CONSTRAINT "alert_contributions_pkey" PRIMARY KEY ("tenant_id", "payload_id", "group_key"),
  CONSTRAINT "alert_contributions_tenant_id_alert_id_fkey" FOREIGN KEY ("tenant_id", "alert_id")
    REFERENCES "alerts" ("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "alert_contributions_tenant_id_alert_id_idx" ON "alert_contributions" ("tenant_id", "alert_id");
