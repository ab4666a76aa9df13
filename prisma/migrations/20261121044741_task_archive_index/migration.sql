-- DropIndex
DROP INDEX "task_connection_id_external_archived_at_idx";

-- CreateIndex
CREATE INDEX "task_connection_id_source_state_external_archived_at_idx" ON "task"("connection_id", "source_state", "external_archived_at");
