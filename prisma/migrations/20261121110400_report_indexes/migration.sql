-- CreateIndex
CREATE INDEX "time_entry_report_idx" ON "time_entry"("on", "project_id", "user_id", "task_id", "made_in_project_id", "billable", "rate", "duration_seconds");
