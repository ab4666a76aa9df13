-- DropIndex
DROP INDEX "time_entry_project_id_on_idx";

-- DropIndex
DROP INDEX "time_entry_task_id_idx";

-- CreateIndex
CREATE INDEX "time_entry_task_id_on_duration_seconds_idx" ON "time_entry"("task_id", "on", "duration_seconds");

-- CreateIndex
CREATE INDEX "time_entry_project_id_on_billable_rate_duration_seconds_idx" ON "time_entry"("project_id", "on", "billable", "rate", "duration_seconds");

-- CreateIndex
CREATE INDEX "time_entry_review_idx" ON "time_entry"("user_id", "on") WHERE review IS NOT NULL;
