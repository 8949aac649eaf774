import type { Database } from '../database';
import * as schema from '../schema';

/** Fills every table of an empty catalogue: `trackCount` tracks with all that hangs on them, the same each time. */
export async function fillCatalogue(database: Database, trackCount: number): Promise<void> {
  const numbers = Array.from({ length: trackCount }, (_, i) => i + 1);
  await database.insert(schema.tracks).values(numbers.map(trackOf));
  await database.insert(schema.files).values(numbers.map(fileOf));
  await database.insert(schema.sounds).values(numbers.map(soundOf));
  await database.insert(schema.analyses).values(numbers.map(analysisOf));
  await database
    .insert(schema.recordingPairs)
    .values({ firstHash: 'a'.repeat(64), secondHash: 'b'.repeat(64), same: false, saidAt: moment(14) });
  await database
    .insert(schema.corrections)
    .values({ trackId: 1, valence: -0.25, arousal: 1, madeAt: moment(1) });
  await database.insert(schema.intendedCurves).values({
    trackId: 1,
    slug: 'calm-to-glad',
    moving: true,
    keyPoints: [
      { t: 0, valence: -0.5, arousal: -1 },
      { t: 12.5, valence: 0.1, arousal: 1 },
    ],
  });
  await database.insert(schema.demoPieces).values({ slug: 'calm-to-glad', madeAt: moment(2) });
  await database
    .insert(schema.watchedFolders)
    .values({ path: '/music/Ünïcode 🎵', addedAt: moment(3), failure: null });
  const [batch] = await database
    .insert(schema.batches)
    .values({ label: 'An album', unchanged: 3, createdAt: moment(4) })
    .returning();
  await database.insert(schema.jobs).values(numbers.map((i) => ({ ...jobOf(i), batchId: batch.id })));
  await database.insert(schema.importBatches).values({ batchId: batch.id, origin: 'path' });
  await database.insert(schema.importJobs).values(numbers.map((i) => ({ ...importJobOf(i), jobId: i })));
  const [model] = await database
    .insert(schema.embeddingModels)
    .values({ ...embeddingModelOf(1), batchId: batch.id })
    .returning();
  await database.insert(schema.trackEmbeddings).values([
    { modelId: model.id, trackId: 1, embedding: vectorOf(96, 1), embeddedAt: moment(5) },
    { modelId: model.id, trackId: 2, failure: 'only silence', embeddedAt: moment(6) },
  ]);
  await fillStudies(database);
  await fillEeg(database);
  await database.insert(schema.filmProjects).values({
    ...{ personId: schema.ownerId, revision: 3, document: { name: 'cut 3 "é"', cues: [{ gain: -0.1 }] } },
    ...{ createdAt: moment(12), savedAt: moment(13) },
  });
}

/** One study with a row in each of its tables. */
async function fillStudies(database: Database): Promise<void> {
  const [study] = await database
    .insert(schema.studies)
    .values({ personId: schema.ownerId, title: 'Three pieces "é"', createdAt: moment(7) })
    .returning();
  const studyId = study.id;
  await database.insert(schema.simulatedStudies).values({ personId: schema.ownerId, madeAt: moment(8) });
  const [file] = await database
    .insert(schema.studyFiles)
    .values({ studyId, name: 'sub-01/bold.tsv', sizeBytes: 5_000_000_001, addedAt: moment(9) })
    .returning();
  const [stimulus] = await database
    .insert(schema.studyStimuli)
    .values({ studyId, name: 'happy', durationSeconds: 168.1, trackId: 1, soundFileId: file.id })
    .returning();
  const [participant] = await database
    .insert(schema.studyParticipants)
    .values({ studyId, label: '01' })
    .returning();
  await database
    .insert(schema.studyTargets)
    .values({ studyId, position: 0, name: 'dmPFC', centre: [0.1, 52, 28], hemisphere: 'left' });
  await database.insert(schema.studySeries).values({
    ...{ studyId, kind: 'recording', stimulusId: stimulus.id, participantId: participant.id },
    ...{ name: 'recording', hopSeconds: 0.1, samples: 168, file: 'a.npy', sha256: 'b', source: 'c' },
    columns: [
      { name: 'dmPFC', unit: null, mean: 0.1, standardDeviation: 2, notFinite: 0, firstNotFinite: null },
    ],
    addedAt: moment(10),
  });
  await database
    .insert(schema.studyAnalyses)
    .values({ studyId, kind: 'encoding', title: 'envelope', spec: { seed: 1 }, createdAt: moment(11) });
}

/** One study of EEG with a row in each of its tables. */
async function fillEeg(database: Database): Promise<void> {
  const [{ id: studyId }] = await database
    .insert(schema.eegStudies)
    .values({ personId: schema.ownerId, title: 'Listening "ß"', simulated: true, createdAt: moment(12) })
    .returning();
  await database.insert(schema.simulatedEegStudies).values({ personId: schema.ownerId, madeAt: moment(13) });
  const channel = { name: 'Cz', kind: 'eeg', unit: 'uV', rateHz: 128, bad: false };
  const [{ id: recordingId }] = await database
    .insert(schema.eegRecordings)
    .values({
      ...{ studyId, participant: '01', fileName: 'sub-01/a.edf', sizeBytes: 5_000_000_002 },
      ...{ state: 'measured', format: 'EDF+C', durationSeconds: 20.1, measuring: { cleaning: {} } },
      channels: [{ ...channel, mean: 0.1, standardDeviation: 2 }],
      events: [{ onsetSeconds: 0.1, durationSeconds: 0, label: 'one' }],
      ...{ sites: ['Pz'], report: { steps: 10 }, windows: '1-1.npy', addedAt: moment(14) },
    })
    .returning();
  const [{ id: trackId }] = await database
    .insert(schema.eegTracks)
    .values({ studyId, name: 'one', trackId: 1, valence: 5.1 })
    .returning();
  await database
    .insert(schema.eegTrials)
    .values({ recordingId, name: 'one', startSeconds: 0.1, trackId, arousal: 8.9 });
  await database
    .insert(schema.eegModels)
    .values({ studyId, title: 'joint', settings: { seed: 1 }, createdAt: moment(15) });
}

/** The i-th track of the test catalogue. */
export function trackOf(i: number) {
  return {
    payloadHash: i.toString(16).padStart(64, '0'),
    groupId: i,
    title: `Piece "${i}" \\ 'ß'\n`,
    artists: i % 2 ? [`Artist ${i}`, 'A, "B"'] : [],
    titleKey: `piece "${String(i).padStart(12, '0')}" \\ 'ss'`,
    artistKey: i % 2 ? `artist ${String(i).padStart(12, '0')}, a, "b"` : null,
    genre: 'Ambient',
    genreKey: 'ambient',
    year: 1980,
    trackNumber: i,
    hasCover: i % 2 === 0,
    container: 'FLAC',
    codec: 'FLAC',
    sampleRateHz: 44_100,
    channels: 2,
    durationSeconds: 0.1 + i,
    addedAt: moment(i),
  };
}

export function fileOf(i: number) {
  return {
    trackId: i,
    path: `/music/${i}.flac`,
    // Beyond 32 bits, as the sizes of long recordings and moments in milliseconds are.
    sizeBytes: 5_000_000_000 + i,
    modifiedMs: 1_763_000_000_000 + i,
    changedMs: i % 2 ? 1_763_000_000_000 + i : null,
    tags: i % 2 ? tagsOf(i) : null,
    searchKey: ` piece "${i}" \\ 'ss' ${i % 2 ? `artist ${i} a, "b" ` : ''}ambient ${i} ss `,
    origin: 'path' as const,
    missingSince: i % 3 ? null : moment(i),
  };
}

function tagsOf(i: number) {
  const { title, artists, genre, year, trackNumber, hasCover } = trackOf(i);
  return { title, artists, album: null, genre, year, trackNumber, hasCover };
}

export function soundOf(i: number) {
  return {
    trackId: i,
    loudnessLufs: i % 2 ? -14.5 : -30.5,
    samplePeakDb: -0.5,
    tempoBpm: 120.25,
    tempoConfidence: 0.5,
    waveform: bytes(40, i),
    bandLevels: bytes(i % 5, i),
  };
}

export function analysisOf(i: number) {
  return {
    trackId: i,
    modelVersion: 'model-1',
    current: true,
    emotion: emotionOf(i),
    valenceDeviation: 0.125,
    arousalDeviation: 0.25,
    embedding: vectorOf(200, i),
    sketch: vectorOf(16, i),
    curve: bytes(256, i),
    analysedAt: moment(i),
  };
}

export function jobOf(i: number) {
  return {
    kind: 'import',
    payload: {},
    label: `new ${i}.flac`,
    detail: `/music/new ${i}.flac`,
    exclusiveKey: `file:/music/new ${i}.flac`,
    weight: 5_000_000_000 + i,
    createdAt: moment(i),
  };
}

/** The file of the i-th job. */
function importJobOf(i: number) {
  return {
    path: `/music/new ${i}.flac`,
    // Beyond 32 bits, as the sizes of long recordings and moments in milliseconds are.
    sizeBytes: 5_000_000_000 + i,
    modifiedMs: 1_763_000_000_000,
    origin: 'watched' as const,
  };
}

/** The i-th added embedding model: a network of 96 numbers that is in use. */
export function embeddingModelOf(i: number) {
  return {
    name: `model-${i}`,
    sha256: i.toString(16).padStart(64, '0'),
    frontEnd: 'musicnn',
    output: 'embedding',
    size: 96,
    fileBytes: 263,
    source: 'tinyMusicnn.onnx',
    inUse: true,
    addedAt: moment(i),
  };
}

/** A point of the plane that no other of the first thousand tracks has. */
function emotionOf(i: number): [number, number] {
  return [((i * 37) % 1000) / 500 - 1, ((i * 91) % 1000) / 500 - 1];
}

/** Quarters, which single precision holds exactly; never all zero. */
function vectorOf(length: number, i: number): number[] {
  return Array.from({ length }, (_, j) => (((i + 1) * (j + 3) * 7) % 17) / 4 - 2);
}

/** Every byte value occurs over the catalogue, zero among them. */
function bytes(length: number, i: number): Uint8Array {
  return Uint8Array.from({ length }, (_, j) => (i * 31 + j) % 256);
}

function moment(i: number): Date {
  return new Date(Date.UTC(2026, 0, 1, 0, 0, 0, i));
}
