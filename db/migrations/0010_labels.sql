DROP INDEX "tracks_title";--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "changed_ms" bigint;--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "tags" jsonb;--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "tag_reader" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "search_key" text;--> statement-breakpoint
ALTER TABLE "tracks" ADD COLUMN "artists" text[] DEFAULT '{}'::text[] NOT NULL;--> statement-breakpoint
ALTER TABLE "tracks" ADD COLUMN "title_key" text collate "C";--> statement-breakpoint
ALTER TABLE "tracks" ADD COLUMN "artist_key" text collate "C";--> statement-breakpoint
ALTER TABLE "tracks" ADD COLUMN "album_key" text collate "C";--> statement-breakpoint
ALTER TABLE "tracks" ADD COLUMN "genre_key" text collate "C";--> statement-breakpoint
CREATE INDEX "files_tag_reader" ON "files" USING btree ("tag_reader");--> statement-breakpoint
CREATE INDEX "tracks_title_key" ON "tracks" USING btree ("title_key","id");--> statement-breakpoint
UPDATE "tracks" SET "artists" = ARRAY["artist"] WHERE "artist" IS NOT NULL;--> statement-breakpoint
ALTER TABLE "tracks" DROP COLUMN "artist";--> statement-breakpoint
-- An index of trigrams finds words quickly; where the server has none, the keys are looked through one by one.
DO $$
BEGIN
	CREATE EXTENSION IF NOT EXISTS pg_trgm;
	CREATE INDEX "files_search_key" ON "files" USING gin ("search_key" gin_trgm_ops);
EXCEPTION WHEN OTHERS THEN
	RAISE NOTICE 'searching without an index of trigrams: %', SQLERRM;
END $$;