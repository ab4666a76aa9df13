-- DropIndex
DROP INDEX "linear_webhook_connection_id_idx";

-- AlterTable
ALTER TABLE "linear_webhook" ADD COLUMN "delivers_as" TEXT;
ALTER TABLE "linear_webhook" ADD COLUMN "open_since" DATETIME;
ALTER TABLE "linear_webhook" ADD COLUMN "target" TEXT;

-- Of those that two clicks made for the same, one is named: the others go on, and can be removed.
UPDATE "linear_webhook" SET "delivers_as" = "external_id";
UPDATE "linear_webhook" SET "target" = coalesce("external_team_id", 'public') WHERE "id" IN (
    SELECT min("id") FROM "linear_webhook" WHERE "external_id" IS NOT NULL GROUP BY "connection_id", "external_team_id"
);

-- CreateIndex
CREATE UNIQUE INDEX "linear_webhook_connection_id_target_key" ON "linear_webhook"("connection_id", "target");

-- CreateIndex
CREATE INDEX "task_connection_id_external_updated_at_external_id_idx" ON "task"("connection_id", "external_updated_at", "external_id");
