import { isAbsolute, resolve } from 'node:path';
import { z } from 'zod';
import { offset, plainText, real, rowId, trackId } from '../../base/inputShapes';
import { cancelJobs } from '../../jobs/cancelJobs';
import { dismissJobs } from '../../jobs/dismissJobs';
import { jobStates } from '../../jobs/jobStates';
import { problems } from '../../jobs/problems';
import { removeTracks } from '../../catalogue/tracks/removeTracks';
import { retryJobs } from '../../jobs/retryJobs';
import { intentions } from '../../catalogue/demo/intentions';
import { queueReadTags } from '../../catalogue/import/readTagsAgain';
import { scanWatched } from '../../catalogue/watch/scanWatched';
import { correctTrack, uncorrectTrack } from '../../catalogue/tracks/correctTrack';
import { toBase64 } from '../../catalogue/tracks/arrays';
import { libraryGenres } from '../../catalogue/tracks/libraryGenres';
import { librarySummary } from '../../catalogue/tracks/librarySummary';
import { listTracks, sortedIds, trackOrders } from '../../catalogue/tracks/listTracks';
import { trackDetail } from '../../catalogue/tracks/trackDetail';
import { trackFilter } from '../../catalogue/tracks/trackFilter';
import { trackIds } from '../../catalogue/tracks/trackIds';
import { trackMarks } from '../../catalogue/tracks/trackMarks';
import { joinTracks } from '../../catalogue/recordings/joinTracks';
import { partTrack } from '../../catalogue/recordings/partTrack';
import { listWatched, unwatchFolder, watchFolder } from '../../catalogue/watch/watchedFolders';
import type { Services } from '../../services';
import { forListeners, forMembers, forOwners, router } from '../init';
import { queueChanges, queueState } from '../queueChanges';

const jobIds = z.union([z.literal('all'), z.array(rowId).min(1).max(10_000)], {
  error: "'all', or a list of numbers",
});
const folderPath = plainText(4096)
  .min(1)
  .refine(isAbsolute, 'give the whole path of the folder, from the root on');
const storedAffect = real.min(-1).max(1);
const correction = z.object({ trackId, valence: storedAffect, arousal: storedAffect });

const tracksInput = trackFilter.extend({
  sort: z.enum(trackOrders).default('title'),
  descending: z.boolean().default(false),
  offset: offset.default(0),
  limit: z.number().int().min(1).max(200).default(50),
  missingOnly: z.boolean().optional(),
});

const toPage = ({
  sort,
  descending,
  offset,
  limit,
  missingOnly,
  ...filter
}: z.infer<typeof tracksInput>) => ({
  filter,
  missingOnly,
  sort,
  descending,
  offset,
  limit,
});

/** Rows that can be chosen by one press. */
const longestRange = 1_000_000;

export const catalogueRouter = router({
  tracks: forListeners
    .input(tracksInput)
    .query(({ ctx, input }) => listTracks(ctx.services.database, ctx.caller, toPage(input))),
  /** The numbers of a stretch of that list, in its order, for what is done to all of it. */
  trackRange: forListeners
    .input(tracksInput.extend({ limit: z.number().int().min(1).max(longestRange) }))
    .query(async ({ ctx, input }) => {
      const ids = await sortedIds(ctx.services.database, ctx.caller, toPage(input));
      return { idsBase64: toBase64(Int32Array.from(ids)) };
    }),
  /** The numbers of all tracks of that list, for what is done to all of them. */
  trackIds: forListeners
    .input(trackFilter.extend({ missingOnly: z.boolean().optional() }))
    .query(({ ctx, input: { missingOnly, ...filter } }) =>
      trackIds(ctx.services.database, { filter, missingOnly }),
    ),
  marks: forListeners.query(({ ctx }) => trackMarks(ctx.services.database, ctx.caller)),
  intentions: forListeners.query(({ ctx }) => intentions(ctx.services.database)),
  genres: forListeners.query(({ ctx }) => libraryGenres(ctx.services.database)),
  summary: forListeners.query(({ ctx }) => librarySummary(ctx.services.database, ctx.caller)),
  track: forListeners
    .input(z.object({ trackId }))
    .query(({ ctx, input }) => trackDetail(ctx.services.database, ctx.caller, input.trackId)),

  correct: forListeners
    .input(correction)
    .mutation(({ ctx, input }) => correctTrack(ctx.services.database, ctx.caller, input)),
  uncorrect: forListeners
    .input(z.object({ trackId }))
    .mutation(({ ctx, input }) => uncorrectTrack(ctx.services.database, ctx.caller, input.trackId)),
  /** Says that a track is another recording than the others it stands with. */
  part: forMembers
    .input(z.object({ trackId }))
    .mutation(({ ctx, input }) => partTrack(ctx.services.database, input.trackId)),
  /** Says that two tracks, with all that stand with either, are encodings of one recording. */
  join: forMembers
    .input(z.object({ trackId, withTrackId: trackId }))
    .mutation(({ ctx, input }) => joinTracks(ctx.services.database, input.trackId, input.withTrackId)),
  remove: forOwners
    .input(z.object({ trackIds: z.array(trackId).min(1).max(10_000) }))
    .mutation(async ({ ctx: { services }, input }) => {
      const { database, settings } = services;
      return {
        removed: await removeTracks({ database, dataDirectory: settings.dataDirectory }, input.trackIds),
      };
    }),

  queue: forListeners.query(({ ctx }) => queueState(ctx.services.database, ctx.caller)),
  onQueue: forListeners.subscription(({ ctx, signal }) =>
    queueChanges({ database: ctx.services.database, caller: ctx.caller }, signal),
  ),
  /** How jobs stand, by their numbers. */
  jobs: forMembers
    .input(z.object({ jobIds: z.array(rowId).min(1).max(1000) }))
    .query(({ ctx, input }) => jobStates(ctx.services.database, input.jobIds, ctx.caller)),
  problems: forMembers
    .input(z.object({ limit: z.number().int().min(1).max(1000).default(100) }))
    .query(({ ctx, input }) => problems(ctx.services.database, input.limit, ctx.caller)),
  retry: forMembers.input(z.object({ jobIds })).mutation(async ({ ctx: { services, caller }, input }) => {
    const queued = await retryJobs(services.database, input.jobIds, caller);
    services.runner.wake();
    return { queued };
  }),
  cancel: forMembers.input(z.object({ batchId: rowId.optional() })).mutation(async ({ ctx, input }) => ({
    cancelled: await cancelJobs(ctx.services.database, input.batchId, ctx.caller),
  })),
  dismiss: forMembers.input(z.object({ jobIds })).mutation(async ({ ctx: { services, caller }, input }) => {
    const { database, runner } = services;
    return { dismissed: await dismissJobs({ database, kinds: runner.kinds }, input.jobIds, caller) };
  }),

  watched: forOwners.query(({ ctx }) => listWatched(ctx.services.database)),
  watch: forOwners.input(z.object({ path: folderPath })).mutation(async ({ ctx: { services }, input }) => {
    await watchFolder(services.database, input.path);
    return rescan(services, input.path);
  }),
  unwatch: forOwners
    .input(z.object({ path: folderPath }))
    .mutation(({ ctx, input }) => unwatchFolder(ctx.services.database, input.path)),
  rescan: forOwners
    .input(z.object({ path: folderPath.optional() }))
    .mutation(({ ctx: { services }, input }) => rescan(services, input.path)),
  /** Reads the tags of all files again, or of those under a folder. */
  readTags: forOwners
    .input(z.object({ path: folderPath.optional() }))
    .mutation(async ({ ctx: { services }, input }) => {
      const queued = await queueReadTags(services.database, input.path ? resolve(input.path) : null);
      services.runner.wake();
      return { queued };
    }),
});

async function rescan({ database, runner }: Services, path: string | undefined) {
  const found = await scanWatched(database, { path: path && resolve(path), onRequest: true });
  runner.wake();
  return found;
}
