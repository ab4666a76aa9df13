-- DropIndex
DROP INDEX "task_assignee_email_updated_at_id_idx";

-- DropIndex
DROP INDEX "task_project_id_updated_at_id_idx";

-- DropIndex
DROP INDEX "task_updated_at_id_idx";

-- DropIndex
DROP INDEX "task_event_task_id_at_idx";

-- CreateIndex
CREATE INDEX "task_list_idx" ON "task"("updated_at", "id", "source_state", "status", "project_id", "source", "priority", "due_date", "created_at", "state_name", "state_type", "state_color", "assignee_email", "assignee_name", "identifier", "title", "label_text", "search_text");

-- CreateIndex
CREATE INDEX "task_event_task_id_at_id_idx" ON "task_event"("task_id", "at", "id");

-- CreateIndex
CREATE INDEX "task_event_at_id_idx" ON "task_event"("at", "id");
