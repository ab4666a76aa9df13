-- CreateTable
CREATE TABLE "time_entry_event" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "entry_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "actor_id" TEXT,
    "kind" TEXT NOT NULL,
    "changes" TEXT NOT NULL DEFAULT '[]',
    "snapshot" TEXT,
    "at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP
);

-- CreateTable
CREATE TABLE "tag" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "used_at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "pinned_task" (
    "user_id" TEXT NOT NULL,
    "task_id" TEXT NOT NULL,
    "pinned_at" DATETIME NOT NULL,

    PRIMARY KEY ("user_id", "task_id"),
    CONSTRAINT "pinned_task_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "pinned_task_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "task" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "timesheet_row" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "user_id" TEXT NOT NULL,
    "week_on" TEXT NOT NULL,
    "task_id" TEXT,
    "project_id" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "created_at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "timesheet_row_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "timesheet_row_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "task" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "timesheet_row_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "rate" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "amount" INTEGER,
    "effective_from" TEXT NOT NULL,
    "created_by_id" TEXT NOT NULL,
    "created_at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP
);

-- CreateTable
CREATE TABLE "installation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "currency" TEXT NOT NULL DEFAULT 'EUR',
    "overlaps" TEXT NOT NULL DEFAULT 'allow',
    "lock_before" TEXT,
    "rounding_mode" TEXT NOT NULL DEFAULT 'none',
    "rounding_minutes" INTEGER NOT NULL DEFAULT 15,
    "rounding_per" TEXT NOT NULL DEFAULT 'entry',
    "members_see_money" BOOLEAN NOT NULL DEFAULT false,
    "updated_at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "report_view" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "user_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "created_at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" DATETIME NOT NULL,
    CONSTRAINT "report_view_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "report_share" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "token_hash" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "shows_money" BOOLEAN NOT NULL DEFAULT false,
    "created_by_id" TEXT NOT NULL,
    "expires_at" DATETIME,
    "last_opened_at" DATETIME,
    "created_at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "report_share_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "user_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "request_hash" TEXT NOT NULL,
    "status" INTEGER,
    "answer" TEXT,
    "created_at" DATETIME NOT NULL,

    PRIMARY KEY ("user_id", "key"),
    CONSTRAINT "idempotency_key_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- AlterTable (by hand: tables that others refer to are not made anew)
ALTER TABLE "user" ADD COLUMN "timer_limit_minutes" INTEGER NOT NULL DEFAULT 480;
ALTER TABLE "user" ADD COLUMN "week_target_minutes" INTEGER NOT NULL DEFAULT 2400;
ALTER TABLE "project" ADD COLUMN "billable" BOOLEAN NOT NULL DEFAULT true;
ALTER TABLE "project" ADD COLUMN "budget_kind" TEXT;
ALTER TABLE "project" ADD COLUMN "budget_amount" INTEGER;

-- RedefineTables (nothing refers to time_entry; what is there was made in the project that it has)
CREATE TABLE "new_time_entry" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "user_id" TEXT NOT NULL,
    "task_id" TEXT,
    "project_id" TEXT NOT NULL,
    "made_in_project_id" TEXT NOT NULL,
    "started_at" DATETIME,
    "ended_at" DATETIME,
    "on" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL DEFAULT 'UTC',
    "duration_seconds" INTEGER NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "billable" BOOLEAN NOT NULL DEFAULT true,
    "tags" TEXT NOT NULL DEFAULT '[]',
    "tag_text" TEXT NOT NULL DEFAULT '|',
    "rate" INTEGER,
    "source" TEXT NOT NULL DEFAULT 'manual',
    "review" TEXT,
    "ask_at" DATETIME,
    "created_at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" DATETIME NOT NULL,
    CONSTRAINT "time_entry_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "time_entry_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "task" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "time_entry_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "time_entry_made_in_project_id_fkey" FOREIGN KEY ("made_in_project_id") REFERENCES "project" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_time_entry" ("billable", "created_at", "description", "duration_seconds", "ended_at", "id", "made_in_project_id", "on", "project_id", "started_at", "task_id", "updated_at", "user_id") SELECT "billable", "created_at", "description", "duration_seconds", "ended_at", "id", "project_id", "on", "project_id", "started_at", "task_id", "updated_at", "user_id" FROM "time_entry";
DROP TABLE "time_entry";
ALTER TABLE "new_time_entry" RENAME TO "time_entry";
CREATE INDEX "time_entry_task_id_idx" ON "time_entry"("task_id");
CREATE INDEX "time_entry_user_id_on_idx" ON "time_entry"("user_id", "on");
CREATE INDEX "time_entry_project_id_on_idx" ON "time_entry"("project_id", "on");
CREATE UNIQUE INDEX "time_entry_running_key" ON "time_entry"("user_id") WHERE started_at IS NOT NULL AND ended_at IS NULL;

-- CreateIndex
CREATE INDEX "time_entry_event_entry_id_at_id_idx" ON "time_entry_event"("entry_id", "at", "id");

-- CreateIndex
CREATE INDEX "time_entry_event_user_id_at_id_idx" ON "time_entry_event"("user_id", "at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "timesheet_row_user_id_week_on_subject_key" ON "timesheet_row"("user_id", "week_on", "subject");

-- CreateIndex
CREATE UNIQUE INDEX "rate_kind_subject_id_effective_from_key" ON "rate"("kind", "subject_id", "effective_from");

-- CreateIndex
CREATE INDEX "report_view_user_id_idx" ON "report_view"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "report_share_token_hash_key" ON "report_share"("token_hash");

-- CreateIndex
CREATE INDEX "report_share_created_by_id_idx" ON "report_share"("created_by_id");

-- CreateIndex
CREATE INDEX "idempotency_key_created_at_idx" ON "idempotency_key"("created_at");
