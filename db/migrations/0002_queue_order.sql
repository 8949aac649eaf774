CREATE TABLE "demo_pieces" (
	"slug" text PRIMARY KEY NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
DROP INDEX "jobs_state";--> statement-breakpoint
DROP INDEX "jobs_batch";--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "name" text;--> statement-breakpoint
ALTER TABLE "jobs" ADD COLUMN "name" text;--> statement-breakpoint
ALTER TABLE "jobs" ADD COLUMN "priority" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
CREATE INDEX "tracks_duration" ON "tracks" USING btree ("duration_seconds");--> statement-breakpoint
CREATE INDEX "jobs_state" ON "jobs" USING btree ("state","priority","id");--> statement-breakpoint
CREATE INDEX "jobs_batch" ON "jobs" USING btree ("batch_id","state");