-- The evidence of an alert is in the payloads that counted towards it.
CREATE INDEX "alert_contributions_tenant_id_alert_id_payload_id_idx"
  ON "alert_contributions" ("tenant_id", "alert_id", "payload_id");
