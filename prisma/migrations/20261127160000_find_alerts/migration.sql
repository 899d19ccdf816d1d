-- Most alerts are closed, most lists are of open ones.

CREATE INDEX "alerts_tenant_id_status_last_seen_id_idx"
  ON "alerts" ("tenant_id", "status", "last_seen" DESC, "id" DESC);
