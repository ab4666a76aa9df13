-- CreateIndex
CREATE INDEX "pinned_task_task_id_idx" ON "pinned_task"("task_id");

-- CreateIndex
CREATE INDEX "timesheet_row_task_id_idx" ON "timesheet_row"("task_id");

-- CreateIndex
CREATE INDEX "timesheet_row_project_id_idx" ON "timesheet_row"("project_id");
