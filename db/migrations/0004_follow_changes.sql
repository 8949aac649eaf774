CREATE TABLE "track_changes" (
	"track_id" integer PRIMARY KEY NOT NULL,
	"transaction" "xid8" NOT NULL
);
--> statement-breakpoint
ALTER TABLE "analyses" ADD COLUMN "shape_sketch" vector(16);--> statement-breakpoint
CREATE INDEX "track_changes_transaction" ON "track_changes" USING btree ("transaction");--> statement-breakpoint
CREATE INDEX "analyses_shape_sketch" ON "analyses" USING hnsw ("shape_sketch" vector_l2_ops);--> statement-breakpoint
CREATE INDEX "analyses_without_shape_sketch" ON "analyses" USING btree ("track_id") WHERE "analyses"."shape_sketch" is null;--> statement-breakpoint
CREATE FUNCTION "note_track_changes"("ids" integer[]) RETURNS void LANGUAGE sql AS $$
	INSERT INTO "track_changes" ("track_id", "transaction")
	SELECT DISTINCT "id", pg_current_xact_id() FROM unnest("ids") AS "id" WHERE "id" IS NOT NULL
	ON CONFLICT ("track_id") DO UPDATE SET "transaction" = excluded."transaction"
	WHERE "track_changes"."transaction" <> excluded."transaction"
$$;
--> statement-breakpoint
CREATE FUNCTION "note_track"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	PERFORM note_track_changes(ARRAY[OLD.id, OLD.group_id, NEW.id, NEW.group_id]);
	RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION "note_track_part"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	PERFORM note_track_changes(ARRAY[OLD.track_id, NEW.track_id]
		|| ARRAY(SELECT group_id FROM tracks WHERE id IN (OLD.track_id, NEW.track_id)));
	RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION "note_all_tracks"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	PERFORM note_track_changes(ARRAY(SELECT id FROM tracks));
	RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER "note_track" AFTER INSERT OR UPDATE OR DELETE ON "tracks" FOR EACH ROW EXECUTE FUNCTION "note_track"();
--> statement-breakpoint
CREATE TRIGGER "note_all_tracks" BEFORE TRUNCATE ON "tracks" FOR EACH STATEMENT EXECUTE FUNCTION "note_all_tracks"();
--> statement-breakpoint
CREATE TRIGGER "note_file" AFTER INSERT OR UPDATE OR DELETE ON "files" FOR EACH ROW EXECUTE FUNCTION "note_track_part"();
--> statement-breakpoint
CREATE TRIGGER "note_sound" AFTER INSERT OR UPDATE OR DELETE ON "sounds" FOR EACH ROW EXECUTE FUNCTION "note_track_part"();
--> statement-breakpoint
CREATE TRIGGER "note_analysis" AFTER INSERT OR DELETE OR UPDATE OF "current", "emotion", "curve" ON "analyses" FOR EACH ROW EXECUTE FUNCTION "note_track_part"();
--> statement-breakpoint
CREATE TRIGGER "note_correction" AFTER INSERT OR UPDATE OR DELETE ON "corrections" FOR EACH ROW EXECUTE FUNCTION "note_track_part"();
