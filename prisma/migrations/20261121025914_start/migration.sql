-- CreateTable
CREATE TABLE "user" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "role" TEXT NOT NULL DEFAULT 'member',
    "time_zone" TEXT NOT NULL DEFAULT 'UTC',
    "week_start" INTEGER NOT NULL DEFAULT 1,
    "deactivated_at" DATETIME,
    "created_at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "session" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "user_id" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "expires_at" DATETIME NOT NULL,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "created_at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" DATETIME NOT NULL,
    CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "account" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "user_id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" DATETIME,
    "refresh_token_expires_at" DATETIME,
    "scope" TEXT,
    "password" TEXT,
    "created_at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" DATETIME NOT NULL,
    CONSTRAINT "account_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "verification" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" DATETIME NOT NULL,
    "created_at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "access_link" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "token_hash" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "role" TEXT NOT NULL DEFAULT 'member',
    "user_id" TEXT,
    "created_by_id" TEXT NOT NULL,
    "expires_at" DATETIME NOT NULL,
    "used_at" DATETIME,
    "created_at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP
);

-- CreateTable
CREATE TABLE "api_token" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "user_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "expires_at" DATETIME,
    "last_used_at" DATETIME,
    "created_at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "api_token_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "project" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "color" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "external_id" TEXT,
    "connection_id" TEXT,
    "key" TEXT,
    "url" TEXT,
    "description" TEXT,
    "custom_fields" TEXT NOT NULL DEFAULT '{}',
    "archived_at" DATETIME,
    "created_at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" DATETIME NOT NULL,
    CONSTRAINT "project_connection_id_fkey" FOREIGN KEY ("connection_id") REFERENCES "connection" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "task" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "project_id" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "external_id" TEXT,
    "connection_id" TEXT,
    "external_team_id" TEXT,
    "identifier" TEXT,
    "title" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "source_state" TEXT NOT NULL DEFAULT 'live',
    "url" TEXT,
    "description" TEXT,
    "state_id" TEXT,
    "state_name" TEXT,
    "state_type" TEXT,
    "state_color" TEXT,
    "priority" INTEGER,
    "estimate" REAL,
    "due_date" TEXT,
    "assignee_id" TEXT,
    "assignee_name" TEXT,
    "assignee_email" TEXT,
    "labels" TEXT NOT NULL DEFAULT '[]',
    "label_text" TEXT NOT NULL DEFAULT '|',
    "search_text" TEXT NOT NULL DEFAULT '',
    "external_created_at" TEXT,
    "external_updated_at" TEXT,
    "external_archived_at" TEXT,
    "external_completed_at" TEXT,
    "content_hash" TEXT,
    "missing_since" DATETIME,
    "notes" TEXT,
    "billable" BOOLEAN,
    "custom_fields" TEXT NOT NULL DEFAULT '{}',
    "created_at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" DATETIME NOT NULL,
    CONSTRAINT "task_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "task_connection_id_fkey" FOREIGN KEY ("connection_id") REFERENCES "connection" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "task_alias" (
    "task_id" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,

    PRIMARY KEY ("task_id", "identifier"),
    CONSTRAINT "task_alias_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "task" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "task_event" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "task_id" TEXT NOT NULL,
    "run_id" TEXT,
    "user_id" TEXT,
    "kind" TEXT NOT NULL,
    "changes" TEXT NOT NULL DEFAULT '[]',
    "at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "task_event_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "task" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "time_entry" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "user_id" TEXT NOT NULL,
    "task_id" TEXT,
    "project_id" TEXT NOT NULL,
    "started_at" DATETIME,
    "ended_at" DATETIME,
    "on" TEXT NOT NULL,
    "duration_seconds" INTEGER NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "billable" BOOLEAN NOT NULL DEFAULT true,
    "created_at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" DATETIME NOT NULL,
    CONSTRAINT "time_entry_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "time_entry_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "task" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "time_entry_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "connection" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "workspace_name" TEXT NOT NULL,
    "workspace_url_key" TEXT NOT NULL,
    "key_sealed" TEXT NOT NULL,
    "key_hint" TEXT NOT NULL,
    "key_owner_name" TEXT NOT NULL DEFAULT '',
    "key_owner_email" TEXT NOT NULL DEFAULT '',
    "all_teams" BOOLEAN NOT NULL DEFAULT true,
    "schedule_enabled" BOOLEAN NOT NULL DEFAULT true,
    "schedule_cron" TEXT NOT NULL DEFAULT '*/15 * * * *',
    "schedule_time_zone" TEXT NOT NULL DEFAULT 'UTC',
    "last_tick_at" DATETIME,
    "status_mapping" TEXT NOT NULL,
    "max_pages_per_run" INTEGER NOT NULL DEFAULT 40,
    "auth_failures" INTEGER NOT NULL DEFAULT 0,
    "paused_reason" TEXT,
    "resume_at" DATETIME,
    "resume_mode" TEXT,
    "last_full_pass_at" DATETIME,
    "quota" TEXT,
    "checkpoint" TEXT NOT NULL DEFAULT '{}',
    "created_at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "team_scope" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "connection_id" TEXT NOT NULL,
    "external_team_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "color" TEXT,
    "selected" BOOLEAN NOT NULL DEFAULT true,
    "visible" BOOLEAN NOT NULL DEFAULT true,
    "issue_count" INTEGER NOT NULL DEFAULT 0,
    "project_id" TEXT,
    "walk_state" TEXT NOT NULL DEFAULT 'pending',
    "walk_position" TEXT,
    "walk_seen" INTEGER NOT NULL DEFAULT 0,
    "imported_at" DATETIME,
    "created_at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" DATETIME NOT NULL,
    CONSTRAINT "team_scope_connection_id_fkey" FOREIGN KEY ("connection_id") REFERENCES "connection" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "workflow_state" (
    "connection_id" TEXT NOT NULL,
    "external_id" TEXT NOT NULL,
    "external_team_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "color" TEXT NOT NULL,
    "position" REAL NOT NULL,

    PRIMARY KEY ("connection_id", "external_id"),
    CONSTRAINT "workflow_state_connection_id_fkey" FOREIGN KEY ("connection_id") REFERENCES "connection" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "label" (
    "connection_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "color" TEXT NOT NULL,

    PRIMARY KEY ("connection_id", "name"),
    CONSTRAINT "label_connection_id_fkey" FOREIGN KEY ("connection_id") REFERENCES "connection" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "sync_run" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "connection_id" TEXT NOT NULL,
    "trigger" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "dry_run" BOOLEAN NOT NULL DEFAULT false,
    "allow_large_removal" BOOLEAN NOT NULL DEFAULT false,
    "requested_by_id" TEXT,
    "status" TEXT NOT NULL,
    "active_key" TEXT,
    "lease_owner" TEXT,
    "lease_expires_at" DATETIME,
    "cancel_requested_at" DATETIME,
    "started_at" DATETIME,
    "finished_at" DATETIME,
    "waiting_until" DATETIME,
    "pages" INTEGER NOT NULL DEFAULT 0,
    "requests" INTEGER NOT NULL DEFAULT 0,
    "complexity" INTEGER NOT NULL DEFAULT 0,
    "fetched" INTEGER NOT NULL DEFAULT 0,
    "created" INTEGER NOT NULL DEFAULT 0,
    "updated" INTEGER NOT NULL DEFAULT 0,
    "unchanged" INTEGER NOT NULL DEFAULT 0,
    "moved" INTEGER NOT NULL DEFAULT 0,
    "archived" INTEGER NOT NULL DEFAULT 0,
    "restored" INTEGER NOT NULL DEFAULT 0,
    "gone" INTEGER NOT NULL DEFAULT 0,
    "failed" INTEGER NOT NULL DEFAULT 0,
    "progress_done" INTEGER NOT NULL DEFAULT 0,
    "progress_total" INTEGER NOT NULL DEFAULT 0,
    "issue_errors" TEXT NOT NULL DEFAULT '[]',
    "preview" TEXT,
    "error_code" TEXT,
    "error_message" TEXT,
    "error_hint" TEXT,
    "created_at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" DATETIME NOT NULL,
    CONSTRAINT "sync_run_connection_id_fkey" FOREIGN KEY ("connection_id") REFERENCES "connection" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "sync_retry" (
    "connection_id" TEXT NOT NULL,
    "external_id" TEXT NOT NULL,
    "identifier" TEXT,
    "message" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 1,
    "created_at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" DATETIME NOT NULL,

    PRIMARY KEY ("connection_id", "external_id"),
    CONSTRAINT "sync_retry_connection_id_fkey" FOREIGN KEY ("connection_id") REFERENCES "connection" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_key" ON "session"("token");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE INDEX "account_user_id_idx" ON "account"("user_id");

-- CreateIndex
CREATE INDEX "verification_identifier_idx" ON "verification"("identifier");

-- CreateIndex
CREATE UNIQUE INDEX "access_link_token_hash_key" ON "access_link"("token_hash");

-- CreateIndex
CREATE INDEX "access_link_email_idx" ON "access_link"("email");

-- CreateIndex
CREATE UNIQUE INDEX "api_token_token_hash_key" ON "api_token"("token_hash");

-- CreateIndex
CREATE INDEX "api_token_user_id_idx" ON "api_token"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "project_source_external_id_key" ON "project"("source", "external_id");

-- CreateIndex
CREATE INDEX "task_identifier_idx" ON "task"("identifier");

-- CreateIndex
CREATE INDEX "task_updated_at_id_idx" ON "task"("updated_at", "id");

-- CreateIndex
CREATE INDEX "task_project_id_updated_at_id_idx" ON "task"("project_id", "updated_at", "id");

-- CreateIndex
CREATE INDEX "task_connection_id_external_team_id_external_created_at_idx" ON "task"("connection_id", "external_team_id", "external_created_at");

-- CreateIndex
CREATE INDEX "task_connection_id_external_archived_at_idx" ON "task"("connection_id", "external_archived_at");

-- CreateIndex
CREATE INDEX "task_connection_id_missing_since_idx" ON "task"("connection_id", "missing_since");

-- CreateIndex
CREATE INDEX "task_assignee_email_updated_at_id_idx" ON "task"("assignee_email", "updated_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "task_source_external_id_key" ON "task"("source", "external_id");

-- CreateIndex
CREATE INDEX "task_alias_identifier_idx" ON "task_alias"("identifier");

-- CreateIndex
CREATE INDEX "task_event_task_id_at_idx" ON "task_event"("task_id", "at");

-- CreateIndex
CREATE INDEX "task_event_run_id_idx" ON "task_event"("run_id");

-- CreateIndex
CREATE INDEX "time_entry_task_id_idx" ON "time_entry"("task_id");

-- CreateIndex
CREATE INDEX "time_entry_user_id_on_idx" ON "time_entry"("user_id", "on");

-- CreateIndex
CREATE INDEX "time_entry_project_id_on_idx" ON "time_entry"("project_id", "on");

-- CreateIndex
CREATE UNIQUE INDEX "connection_workspace_id_key" ON "connection"("workspace_id");

-- CreateIndex
CREATE UNIQUE INDEX "team_scope_connection_id_external_team_id_key" ON "team_scope"("connection_id", "external_team_id");

-- CreateIndex
CREATE UNIQUE INDEX "sync_run_active_key_key" ON "sync_run"("active_key");

-- CreateIndex
CREATE INDEX "sync_run_connection_id_created_at_idx" ON "sync_run"("connection_id", "created_at");
