import { boolean, index, integer, jsonb, pgTable } from 'drizzle-orm/pg-core';
import { identity, moment } from './columns';
import { people } from './people';

/** An editor's work on one film. Only its owner sees it, unless it is shared. */
export const filmProjects = pgTable(
  'film_projects',
  {
    id: identity(),
    personId: integer('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    /** Grows by one whenever it is saved: who saves what was made of an older one is told so. */
    revision: integer('revision').notNull().default(1),
    /** In the shape of server/film/projects/filmProject.ts. */
    document: jsonb('document').notNull(),
    /** True where whoever is signed in may look at it. */
    shared: boolean('shared').notNull().default(false),
    createdAt: moment('created_at').notNull().defaultNow(),
    savedAt: moment('saved_at').notNull().defaultNow(),
  },
  (project) => [index('film_projects_person').on(project.personId)],
);
