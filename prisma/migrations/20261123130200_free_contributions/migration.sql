-- Postgres checks a foreign key row by row, with a plan that a connection keeps: one made while there were few alerts
-- reads all of them for each of the thousands of contributions of a large payload. Contributions are written with
-- their alerts, in one transaction, and alerts are not deleted.
ALTER TABLE "alert_contributions" DROP CONSTRAINT "alert_contributions_tenant_id_alert_id_fkey";
DROP INDEX "alert_contributions_tenant_id_alert_id_idx";
