-- Nobody knows who made those that are open, and so with whom they would end.
DELETE FROM "invitations";--> statement-breakpoint
ALTER TABLE "access_tokens" ADD COLUMN "token_mark" text;--> statement-breakpoint
ALTER TABLE "invitations" ADD COLUMN "made_by" integer NOT NULL;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_made_by_people_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;