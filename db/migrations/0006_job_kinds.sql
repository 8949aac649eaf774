CREATE TABLE "import_batches" (
	"batch_id" integer PRIMARY KEY NOT NULL,
	"origin" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "import_jobs" (
	"job_id" integer PRIMARY KEY NOT NULL,
	"path" text NOT NULL,
	"size_bytes" bigint NOT NULL,
	"modified_ms" bigint NOT NULL,
	"origin" text NOT NULL,
	"name" text,
	"track_id" integer
);
--> statement-breakpoint
ALTER TABLE "jobs" ADD COLUMN "kind" text DEFAULT 'import' NOT NULL;--> statement-breakpoint
ALTER TABLE "jobs" ADD COLUMN "payload" jsonb DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "jobs" ADD COLUMN "label" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "jobs" ADD COLUMN "detail" text;--> statement-breakpoint
ALTER TABLE "jobs" ADD COLUMN "exclusive_key" text;--> statement-breakpoint
ALTER TABLE "jobs" ADD COLUMN "weight" double precision DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "jobs" ADD COLUMN "result" jsonb;--> statement-breakpoint
INSERT INTO "import_batches" ("batch_id", "origin") SELECT "id", "origin" FROM "batches";--> statement-breakpoint
INSERT INTO "import_jobs" ("job_id", "path", "size_bytes", "modified_ms", "origin", "name", "track_id")
	SELECT "id", "path", "size_bytes", "modified_ms", "origin", "name", "track_id" FROM "jobs";
--> statement-breakpoint
UPDATE "jobs" SET
	"label" = coalesce("name", regexp_replace("path", '^.*/', '')),
	"detail" = "path",
	"exclusive_key" = 'file:' || "path",
	"weight" = "size_bytes";
--> statement-breakpoint
ALTER TABLE "jobs" ALTER COLUMN "kind" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "jobs" ALTER COLUMN "payload" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "jobs" ALTER COLUMN "label" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "jobs" DROP CONSTRAINT "jobs_track_id_tracks_id_fk";--> statement-breakpoint
DROP INDEX "jobs_open_path";--> statement-breakpoint
DROP INDEX "jobs_path";--> statement-breakpoint
ALTER TABLE "batches" DROP COLUMN "origin";--> statement-breakpoint
ALTER TABLE "jobs" DROP COLUMN "path";--> statement-breakpoint
ALTER TABLE "jobs" DROP COLUMN "size_bytes";--> statement-breakpoint
ALTER TABLE "jobs" DROP COLUMN "modified_ms";--> statement-breakpoint
ALTER TABLE "jobs" DROP COLUMN "origin";--> statement-breakpoint
ALTER TABLE "jobs" DROP COLUMN "name";--> statement-breakpoint
ALTER TABLE "jobs" DROP COLUMN "track_id";--> statement-breakpoint
ALTER TABLE "import_batches" ADD CONSTRAINT "import_batches_batch_id_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."batches"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_jobs" ADD CONSTRAINT "import_jobs_job_id_jobs_id_fk" FOREIGN KEY ("job_id") REFERENCES "public"."jobs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_jobs" ADD CONSTRAINT "import_jobs_track_id_tracks_id_fk" FOREIGN KEY ("track_id") REFERENCES "public"."tracks"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "jobs_open_key" ON "jobs" USING btree ("exclusive_key") WHERE "jobs"."state" in ('queued', 'running');--> statement-breakpoint
CREATE INDEX "jobs_key" ON "jobs" USING btree ("exclusive_key");