CREATE EXTENSION IF NOT EXISTS vector;
--> statement-breakpoint
CREATE SEQUENCE analysis_revision;
