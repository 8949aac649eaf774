import { z } from 'zod';
import { plainText, rowId, trackId } from '../../base/inputShapes';
import { compareResults } from '../../research/analyses/compareAnalyses';
import { cancelAnalysis, removeAnalysis } from '../../research/analyses/endAnalysis';
import { listAnalyses } from '../../research/analyses/listAnalyses';
import { readableAnalysis } from '../../research/analyses/ownedAnalysis';
import { readResult } from '../../research/analyses/readResult';
import { regionStory, withoutCourses } from '../../research/analyses/regionStory';
import { startAnalysis, type NewAnalysis } from '../../research/analyses/startAnalysis';
import { listFeatures } from '../../research/features/featureNamed';
import { listNetworks } from '../../research/features/listNetworks';
import { analysisCsvFiles } from '../../research/reports/analysisTables';
import { methodsParagraphs } from '../../research/reports/methods/methodsParagraphs';
import { beginStudies } from '../../research/studies/beginStudies';
import { renameStudy, setStimulus, shareStudy } from '../../research/studies/changeStudy';
import { cancelDataJobs } from '../../research/studies/cancelDataJobs';
import { checkStudy } from '../../research/studies/check/checkStudy';
import { createStudy } from '../../research/studies/createStudy';
import { queueFeatures } from '../../research/studies/features/queueFeatures';
import { removeStudyFile } from '../../research/studies/files/removeStudyFile';
import { fileColumns } from '../../research/studies/files/fileColumns';
import { queueReading } from '../../research/studies/import/queueReading';
import { listStudies } from '../../research/studies/listStudies';
import type { MappingRowInput } from '../../research/studies/mapping/mappingRow';
import { proposedMapping } from '../../research/studies/mapping/proposedMapping';
import { studyMappingFaults } from '../../research/studies/mapping/studyMappingFaults';
import { removeStudy } from '../../research/studies/removeStudy';
import { studyDetail } from '../../research/studies/studyDetail';
import type { StudyPlace } from '../../research/studies/studyPlace';
import { unpackStudyFile } from '../../research/studies/unpack/unpackStudyFile';
import { forListeners, forMembers, router, type Context } from '../init';

const title = plainText(500).min(1);
const study = z.object({ studyId: rowId });
const analysis = z.object({ analysisId: rowId });

const stimulusChange = z.object({
  studyId: rowId,
  /** The piece to change; a new one where it is left out. */
  stimulusId: rowId.optional(),
  name: plainText(200).min(1).optional(),
  mood: plainText(200).nullable().optional(),
  durationSeconds: z.number().positive().max(86_400).nullable().optional(),
  trackId: trackId.nullable().optional(),
  soundFileId: rowId.nullable().optional(),
});

function placeOf({ services: { database, settings }, caller }: Context): StudyPlace {
  return { database, dataDirectory: settings.dataDirectory, caller };
}

const analysesRouter = router({
  list: forListeners
    .input(study)
    .query(({ ctx, input }) => listAnalyses(ctx.services.database, ctx.caller, input.studyId)),
  /** How an analysis stands: asked again while it is under way. */
  get: forListeners
    .input(analysis)
    .query(({ ctx, input }) => readableAnalysis(ctx.services.database, ctx.caller, input.analysisId)),
  /** The answer of a finished analysis without what a single region is told by. */
  result: forListeners
    .input(analysis)
    .query(async ({ ctx, input }) => withoutCourses(await readResult(placeOf(ctx), input.analysisId))),
  /** The methods as a paper would tell them, paragraph by paragraph. */
  methods: forListeners
    .input(analysis)
    .query(async ({ ctx, input }) => methodsParagraphs(await readResult(placeOf(ctx), input.analysisId))),
  /** The names of its tables, each to be had as GET /api/studies/ID/analyses/ID.csv?table=NAME. */
  tables: forListeners
    .input(analysis)
    .query(async ({ ctx, input }) =>
      [...analysisCsvFiles(await readResult(placeOf(ctx), input.analysisId)).keys()].map((file) =>
        file.replace(/\.csv$/, ''),
      ),
    ),
  /** What one region is told by: predicted against measured, and weights over delays. */
  region: forListeners
    .input(analysis.extend({ target: plainText(200).min(1) }))
    .query(async ({ ctx, input }) =>
      regionStory(await readResult(placeOf(ctx), input.analysisId), input.target),
    ),
  /** The specification is checked by server/research/analyses/analysisSpec.ts, whose defaults fill what is left out. */
  start: forMembers
    .input(z.object({ studyId: rowId, title: title.optional(), spec: z.custom<NewAnalysis['spec']>() }))
    .mutation(async ({ ctx, input }) => {
      const started = await startAnalysis(placeOf(ctx), input);
      ctx.services.runner.wake();
      return started;
    }),
  cancel: forMembers
    .input(analysis)
    .mutation(({ ctx, input }) => cancelAnalysis(placeOf(ctx), input.analysisId)),
  remove: forMembers
    .input(analysis)
    .mutation(({ ctx, input }) => removeAnalysis(placeOf(ctx), input.analysisId)),
  /** Two finished analyses side by side. */
  compare: forListeners.input(z.object({ one: rowId, other: rowId })).query(async ({ ctx, input }) => {
    const [one, other] = [
      await readResult(placeOf(ctx), input.one),
      await readResult(placeOf(ctx), input.other),
    ];
    return compareResults(one, other);
  }),
});

export const studiesRouter = router({
  list: forListeners.query(({ ctx }) => listStudies(ctx.services.database, ctx.caller)),
  get: forListeners
    .input(study)
    .query(({ ctx, input }) => studyDetail(ctx.services.database, ctx.caller, input.studyId)),
  /** At a visit: has the simulated study made, once. */
  begin: forMembers.mutation(async ({ ctx }) => {
    const begun = await beginStudies(placeOf(ctx));
    if (begun.batchId !== null) ctx.services.runner.wake();
    return begun;
  }),
  create: forMembers
    .input(z.object({ title }))
    .mutation(async ({ ctx, input }) => ({ studyId: await createStudy(placeOf(ctx), input) })),
  rename: forMembers
    .input(study.extend({ title }))
    .mutation(({ ctx, input }) => renameStudy(placeOf(ctx), input.studyId, input.title)),
  /** Lets whoever is signed in look at it, or nobody any more. */
  share: forMembers
    .input(study.extend({ shared: z.boolean() }))
    .mutation(({ ctx, input }) => shareStudy(placeOf(ctx), input.studyId, input.shared)),
  /** Adds a piece, or changes one: its name, its mood, its length, its sound. */
  setStimulus: forMembers.input(stimulusChange).mutation(async ({ ctx, input: { studyId, ...change } }) => ({
    stimulusId: await setStimulus(placeOf(ctx), studyId, change),
  })),
  /** Deletes it for good, with its files, jobs and answers. */
  remove: forMembers.input(study).mutation(({ ctx, input }) => removeStudy(placeOf(ctx), input.studyId)),

  /** What the files that wait are likely to be: by a mapping.tsv among them, as a BIDS dataset, or by their names. */
  mapping: forMembers.input(study).query(({ ctx, input }) => proposedMapping(placeOf(ctx), input.studyId)),
  /** Reads brought files (PUT /api/studies/ID/files?name=…) as a mapping says; follow `jobs` of `get`. */
  readFiles: forMembers
    .input(study.extend({ rows: z.array(z.custom<MappingRowInput>()).max(20_000) }))
    .mutation(async ({ ctx, input }) => {
      const queued = await queueReading(placeOf(ctx), input);
      ctx.services.runner.wake();
      return queued;
    }),
  /** All that is wrong with a mapping, each fault at its row and field, before it is read. */
  mappingFaults: forMembers
    .input(study.extend({ rows: z.array(z.unknown()).max(20_000) }))
    .mutation(({ ctx, input }) => studyMappingFaults(placeOf(ctx), input.studyId, input.rows)),
  /** The columns of a brought file, so that one can say which is what. */
  fileColumns: forMembers
    .input(study.extend({ file: plainText(1000).min(1) }))
    .query(({ ctx, input, signal }) => fileColumns({ ...placeOf(ctx), signal }, input.studyId, input.file)),
  /** Unpacks a ZIP that was brought, such as an exported study: its files take its place. */
  unpackFile: forMembers
    .input(study.extend({ fileId: rowId }))
    .mutation(({ ctx, input }) => unpackStudyFile(placeOf(ctx), input)),
  removeFile: forMembers
    .input(study.extend({ fileId: rowId }))
    .mutation(({ ctx, input }) => removeStudyFile(placeOf(ctx), input)),
  /** All that is wrong with its data, in plain words. */
  check: forListeners
    .input(study)
    .query(({ ctx, input }) => checkStudy(ctx.services.database, ctx.caller, input.studyId)),

  /** Stops the reading of files or the computing of features. */
  cancelJobs: forMembers
    .input(study)
    .mutation(({ ctx, input }) => cancelDataJobs(placeOf(ctx), input.studyId)),
  /** What can be computed of a sound; layers of networks are asked for as NETWORK:LAYER. */
  features: forListeners.query(async ({ ctx }) => {
    const available = await listFeatures(placeOf(ctx));
    return available.map(({ name, description, columns, hopSeconds }) => ({
      name,
      description,
      columns,
      hopSeconds,
    }));
  }),
  /** The networks and their layers from the input on, each to be computed as a feature by its name. */
  networks: forListeners.query(({ ctx }) => listNetworks(placeOf(ctx))),
  /** Computes features of all pieces that have a sound; follow `jobs` of `get`. */
  computeFeatures: forMembers
    .input(study.extend({ features: z.array(plainText(200).min(1)).min(1).max(50) }))
    .mutation(async ({ ctx, input }) => {
      const queued = await queueFeatures(placeOf(ctx), input);
      ctx.services.runner.wake();
      return queued;
    }),

  analyses: analysesRouter,
});
