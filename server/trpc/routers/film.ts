import { z } from 'zod';
import { plainText, rowId, trackId } from '../../base/inputShapes';
import { eventsOfTrack } from '../../film/events/eventsOfTrack';
import { fitLength } from '../../film/fitting/fitLength';
import { handOverNews } from '../../film/handOver/handOverNews';
import { handOverWish } from '../../film/handOver/handOverWish';
import { sectionLevel, sectionLevelQuestion } from '../../film/hearing/sectionLevel';
import { filmProject } from '../../film/projects/filmProject';
import { matchedAnswer } from '../../film/projects/matchedAnswer';
import { matchProject } from '../../film/projects/matchProject';
import { bringProject, projectFile } from '../../film/projects/store/carryProject';
import { createProject } from '../../film/projects/store/createProject';
import { duplicateProject } from '../../film/projects/store/duplicateProject';
import { listProjects } from '../../film/projects/store/listProjects';
import { openProject } from '../../film/projects/store/openProject';
import type { ProjectPlace } from '../../film/projects/store/projectPlace';
import { removeProject } from '../../film/projects/store/removeProject';
import { renameProject } from '../../film/projects/store/renameProject';
import { saveProject } from '../../film/projects/store/saveProject';
import { shareProject } from '../../film/projects/store/shareProject';
import { forListeners, forMembers, router, type Context } from '../init';

const project = z.object({ projectId: rowId });
const document = z.object({ document: filmProject });

function placeOf({ services: { database }, caller }: Context): ProjectPlace {
  return { database, caller };
}

const projectsRouter = router({
  list: forListeners.query(({ ctx }) => listProjects(placeOf(ctx))),
  get: forListeners.input(project).query(({ ctx, input }) => openProject(placeOf(ctx), input.projectId)),
  create: forMembers
    .input(document)
    .mutation(({ ctx, input }) => createProject(placeOf(ctx), input.document)),
  /** Refused as a conflict where it was saved since the revision that it was made of. */
  save: forMembers
    .input(project.extend({ revision: rowId, document: filmProject }))
    .mutation(({ ctx, input }) => saveProject(placeOf(ctx), input)),
  rename: forMembers
    .input(project.extend({ name: plainText(500) }))
    .mutation(({ ctx, input }) => renameProject(placeOf(ctx), input.projectId, input.name)),
  duplicate: forMembers
    .input(project)
    .mutation(({ ctx, input }) => duplicateProject(placeOf(ctx), input.projectId)),
  /** Lets others see and copy it, or no longer. */
  share: forMembers
    .input(project.extend({ shared: z.boolean() }))
    .mutation(({ ctx, input }) => shareProject(placeOf(ctx), input.projectId, input.shared)),
  /** Deletes it for good. */
  remove: forMembers
    .input(project)
    .mutation(({ ctx, input }) => removeProject(placeOf(ctx), input.projectId)),
  /** As a file tells it, and from one. */
  file: forListeners.input(project).query(({ ctx, input }) => projectFile(placeOf(ctx), input.projectId)),
  bring: forMembers.input(document).mutation(({ ctx, input }) => bringProject(placeOf(ctx), input.document)),
});

export const filmRouter = router({
  projects: projectsRouter,
  /** An edit of a track as long as a cue, or why there is none; stopped where nobody waits for it any more. */
  fitLength: forListeners
    .input(project.extend({ cueId: plainText(60), trackId, mayStretch: z.boolean().default(false) }))
    .query(({ ctx, input, signal }) => fitLength(placeOf(ctx), { ...input, signal })),
  /** The best music for all cues of a project together, as it is kept; `reusePenalty` null uses a track once only. */
  match: forListeners
    .input(
      project.extend({
        limit: z.int().min(1).max(200).default(20),
        reusePenalty: z.number().min(0).max(1e6).nullable().default(null),
      }),
    )
    .query(async ({ ctx, input: { projectId, limit, reusePenalty }, signal }) => {
      const { document } = await openProject(placeOf(ctx), projectId);
      const wish = { limit, reusePenalty: reusePenalty ?? Infinity, signal };
      const matched = await matchProject(ctx.services.retrieval, ctx.caller, { project: document, wish });
      return matchedAnswer(document, matched);
    }),
  /** The gain with which a section is handed over. */
  sectionLevel: forListeners
    .input(sectionLevelQuestion)
    .query(({ ctx, input, signal }) => sectionLevel({ database: ctx.services.database, signal }, input)),
  /** Beats, downbeats and onsets of a track in seconds; the first time it is asked for, its sound has to be heard. */
  trackEvents: forListeners
    .input(z.object({ trackId }))
    .query(({ ctx: { services }, input, signal }) =>
      eventsOfTrack(
        { database: services.database, dataDirectory: services.settings.dataDirectory, signal },
        input.trackId,
      ),
    ),
  /** Renders what is to be handed over, and tells how it goes; /api/films/ID/handover.zip then has it at once. */
  render: forListeners
    .input(project.extend(handOverWish.shape))
    .subscription(async ({ ctx, input: { projectId, ...wish }, signal }) => {
      const { database, settings } = ctx.services;
      const { document } = await openProject(placeOf(ctx), projectId);
      return handOverNews({ database, dataDirectory: settings.dataDirectory, signal }, document, wish);
    }),
});
