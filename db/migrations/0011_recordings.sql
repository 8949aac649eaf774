CREATE TABLE "recording_pairs" (
	"first_hash" text NOT NULL,
	"second_hash" text NOT NULL,
	"same" boolean NOT NULL,
	"said_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "recording_pairs_first_hash_second_hash_pk" PRIMARY KEY("first_hash","second_hash")
);
--> statement-breakpoint
ALTER TABLE "sounds" ADD COLUMN "band_levels" "bytea";--> statement-breakpoint
CREATE INDEX "recording_pairs_second" ON "recording_pairs" USING btree ("second_hash");--> statement-breakpoint
ALTER TABLE "sounds" DROP COLUMN "fingerprint";