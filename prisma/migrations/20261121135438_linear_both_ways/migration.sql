-- AlterTable
ALTER TABLE "workflow_state" ADD COLUMN "description" TEXT;
ALTER TABLE "workflow_state" ADD COLUMN "external_archived_at" TEXT;
ALTER TABLE "workflow_state" ADD COLUMN "external_created_at" TEXT;
ALTER TABLE "workflow_state" ADD COLUMN "external_updated_at" TEXT;

-- CreateTable
CREATE TABLE "task_description" (
    "task_id" TEXT NOT NULL PRIMARY KEY,
    "markdown" TEXT NOT NULL,
    CONSTRAINT "task_description_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "task" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "linear_object" (
    "connection_id" TEXT NOT NULL,
    "collection" TEXT NOT NULL,
    "external_id" TEXT NOT NULL,
    "external_team_id" TEXT,
    "external_project_id" TEXT,
    "external_issue_id" TEXT,
    "external_created_at" TEXT NOT NULL,
    "external_updated_at" TEXT NOT NULL,
    "external_archived_at" TEXT,
    "data" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "missing_since" DATETIME,
    "changed_at" DATETIME NOT NULL,

    PRIMARY KEY ("connection_id", "collection", "external_id"),
    CONSTRAINT "linear_object_connection_id_fkey" FOREIGN KEY ("connection_id") REFERENCES "connection" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "mirror_state" (
    "connection_id" TEXT NOT NULL,
    "collection" TEXT NOT NULL,
    "newest" TEXT,
    "windows" TEXT NOT NULL DEFAULT '[]',
    "walk_state" TEXT NOT NULL DEFAULT 'pending',
    "walk_position" TEXT,
    "walk_seen" INTEGER NOT NULL DEFAULT 0,
    "imported_at" DATETIME,
    "pass_started_at" DATETIME,
    "last_pass_at" DATETIME,
    "last_read_at" DATETIME,
    "error_code" TEXT,
    "error_message" TEXT,
    "created_at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" DATETIME NOT NULL,

    PRIMARY KEY ("connection_id", "collection"),
    CONSTRAINT "mirror_state_connection_id_fkey" FOREIGN KEY ("connection_id") REFERENCES "connection" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "linear_webhook" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "connection_id" TEXT NOT NULL,
    "external_id" TEXT,
    "external_team_id" TEXT,
    "secret_sealed" TEXT NOT NULL,
    "created_at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" DATETIME NOT NULL,
    CONSTRAINT "linear_webhook_connection_id_fkey" FOREIGN KEY ("connection_id") REFERENCES "connection" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "webhook_delivery" (
    "connection_id" TEXT NOT NULL,
    "delivery_id" TEXT NOT NULL,
    "body_hash" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "external_id" TEXT,
    "sent_at" DATETIME NOT NULL,
    "received_at" DATETIME NOT NULL,

    PRIMARY KEY ("connection_id", "delivery_id"),
    CONSTRAINT "webhook_delivery_connection_id_fkey" FOREIGN KEY ("connection_id") REFERENCES "connection" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "webhook_hint" (
    "connection_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "external_id" TEXT NOT NULL,
    "hinted_at" DATETIME NOT NULL,
    "sent_at" DATETIME NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "due_at" DATETIME NOT NULL,

    PRIMARY KEY ("connection_id", "kind", "external_id"),
    CONSTRAINT "webhook_hint_connection_id_fkey" FOREIGN KEY ("connection_id") REFERENCES "connection" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "push_state" (
    "connection_id" TEXT NOT NULL PRIMARY KEY,
    "deliveries" INTEGER NOT NULL DEFAULT 0,
    "repeated" INTEGER NOT NULL DEFAULT 0,
    "dropped" INTEGER NOT NULL DEFAULT 0,
    "last_received_at" DATETIME,
    "last_applied_at" DATETIME,
    "last_delay_ms" INTEGER,
    "refusals" INTEGER NOT NULL DEFAULT 0,
    "last_refused_at" DATETIME,
    "last_refusal" TEXT,
    "missed_at" DATETIME,
    CONSTRAINT "push_state_connection_id_fkey" FOREIGN KEY ("connection_id") REFERENCES "connection" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "linear_write" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "connection_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "task_id" TEXT,
    "kind" TEXT NOT NULL,
    "input" TEXT NOT NULL,
    "external_id" TEXT,
    "status" TEXT NOT NULL,
    "error_code" TEXT,
    "error_message" TEXT,
    "created_at" DATETIME NOT NULL,
    "answered_at" DATETIME,
    CONSTRAINT "linear_write_connection_id_fkey" FOREIGN KEY ("connection_id") REFERENCES "connection" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "time_attachment" (
    "task_id" TEXT NOT NULL PRIMARY KEY,
    "connection_id" TEXT NOT NULL,
    "external_id" TEXT,
    "url" TEXT,
    "hash" TEXT,
    "sent_at" DATETIME,
    "due_at" DATETIME,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "error_message" TEXT,
    CONSTRAINT "time_attachment_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "task" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "time_attachment_connection_id_fkey" FOREIGN KEY ("connection_id") REFERENCES "connection" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- Columns by hand: other tables refer to these, so they are not built anew.
ALTER TABLE "connection" ADD COLUMN "collections" TEXT NOT NULL DEFAULT '[]';
ALTER TABLE "connection" ADD COLUMN "descriptions" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "connection" ADD COLUMN "write_back" TEXT NOT NULL DEFAULT 'off';
ALTER TABLE "connection" ADD COLUMN "key_can_write" BOOLEAN;
ALTER TABLE "connection" ADD COLUMN "key_is_admin" BOOLEAN;
ALTER TABLE "connection" ADD COLUMN "time_on_issues" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "connection" ADD COLUMN "time_swept_at" DATETIME;
ALTER TABLE "connection" ADD COLUMN "comment_on_stop" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "team_scope" ADD COLUMN "description" TEXT;
ALTER TABLE "team_scope" ADD COLUMN "icon" TEXT;
ALTER TABLE "team_scope" ADD COLUMN "private" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "team_scope" ADD COLUMN "external_created_at" TEXT;
ALTER TABLE "team_scope" ADD COLUMN "external_updated_at" TEXT;
ALTER TABLE "team_scope" ADD COLUMN "external_archived_at" TEXT;
ALTER TABLE "user" ADD COLUMN "work_start_minutes" INTEGER NOT NULL DEFAULT 540;
ALTER TABLE "user" ADD COLUMN "work_end_minutes" INTEGER NOT NULL DEFAULT 1020;
ALTER TABLE "user" ADD COLUMN "work_days" TEXT NOT NULL DEFAULT '1,2,3,4,5';

-- CreateIndex
CREATE INDEX "linear_object_connection_id_collection_external_updated_at_external_id_idx" ON "linear_object"("connection_id", "collection", "external_updated_at", "external_id");

-- CreateIndex
CREATE INDEX "linear_object_connection_id_collection_external_created_at_idx" ON "linear_object"("connection_id", "collection", "external_created_at");

-- CreateIndex
CREATE INDEX "linear_object_connection_id_collection_external_issue_id_idx" ON "linear_object"("connection_id", "collection", "external_issue_id");

-- CreateIndex
CREATE INDEX "linear_object_connection_id_changed_at_idx" ON "linear_object"("connection_id", "changed_at");

-- CreateIndex
CREATE INDEX "linear_object_connection_id_collection_missing_since_idx" ON "linear_object"("connection_id", "collection", "missing_since");

-- CreateIndex
CREATE INDEX "linear_webhook_connection_id_idx" ON "linear_webhook"("connection_id");

-- CreateIndex
CREATE INDEX "webhook_delivery_connection_id_received_at_idx" ON "webhook_delivery"("connection_id", "received_at");

-- CreateIndex
CREATE UNIQUE INDEX "webhook_delivery_connection_id_body_hash_key" ON "webhook_delivery"("connection_id", "body_hash");

-- CreateIndex
CREATE INDEX "webhook_hint_due_at_idx" ON "webhook_hint"("due_at");

-- CreateIndex
CREATE INDEX "linear_write_connection_id_created_at_id_idx" ON "linear_write"("connection_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "linear_write_task_id_created_at_idx" ON "linear_write"("task_id", "created_at");

-- CreateIndex
CREATE INDEX "linear_write_status_created_at_idx" ON "linear_write"("status", "created_at");

-- CreateIndex
CREATE INDEX "time_attachment_connection_id_due_at_idx" ON "time_attachment"("connection_id", "due_at");

-- CreateIndex
CREATE INDEX "time_entry_event_at_idx" ON "time_entry_event"("at");
