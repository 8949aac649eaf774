/**
 * What a section search is told: numbers written by ml/dtw/shared/sectionTables.ts at fixed places in the first bytes of
 * memory, and tables they point to. Read once by each thread when a phase begins.
 */
const words: usize = 256;
const reals: usize = 512;

/** The query: its points, and its coordinates (valence and arousal as level, as shape, or both). */
export let queryLength: i32 = 0;
export let coordinates: i32 = 0;
/** Coordinates from this one on are of shape, those before of level. */
export let firstShape: i32 = 0;
/** queryLength values of each coordinate, scaled by it. */
export let query: usize = 0;
/** For each coordinate the factor of its values (f64): the root of its weight. */
export let scales: usize = 0;

export let shortest: i32 = 0;
export let longest: i32 = 0;
/** Points in a block of starts that are bounded together. */
export let blockSize: i32 = 0;

export let coarseGroups: usize = 0;
export let coarseGroupCount: i32 = 0;
export let coarseSegments: usize = 0;
export let coarseSegmentCount: i32 = 0;
export let fineGroups: usize = 0;
export let fineGroupCount: i32 = 0;
export let fineSegments: usize = 0;
export let fineSegmentCount: i32 = 0;
/** Levels of the tables of ranges: level p holds the range of 2^p entries from each on. */
export let coarseLevels: i32 = 0;
export let fineLevels: i32 = 0;

/** Where it is not 0, stretches are warped by ranges of 2^columnLevel points first, then by points. */
export let columnLevel: i32 = 0;

export let candidates: usize = 0;
export let candidateCount: i32 = 0;
/** The tracks (see track.ts) by their place; candidates are such places. */
export let tracks: usize = 0;
/** What is searched: candidates from the first on, every `stride`-th in the survey. */
export let stride: i32 = 0;
export let surveyed: usize = 0;
export let surveyedCount: i32 = 0;
/** Places in the survey of what is then looked at closely. */
export let probed: usize = 0;
export let probedCount: i32 = 0;
export let surveyLengths: usize = 0;
export let surveyLengthCount: i32 = 0;
export let surveySegments: i32 = 0;
/** Means of the query's segments, coordinate after coordinate, unscaled. */
export let surveyQuery: usize = 0;
/** What each of these segments counts (f32). */
export let surveyWeights: usize = 0;

/** What the pairs of each query point count, in single and in double precision; 0 where all count the same. */
export let weights: usize = 0;
export let exactWeights: usize = 0;
/** Where the weights change (see ml/dtw/importance.ts), how many such edges there are, 0 without weights, and their sum. */
export let edges: usize = 0;
export let edgeCount: i32 = 0;
export let totalWeight: f64 = 0;

/** Where each thread's own memory begins, how much each has, and how many points it can hold. */
export let scratch: usize = 0;
export let capacity: i32 = 0;

export let limit: i32 = 0;
export let top: usize = 0;

export let band: f64 = 0;
export let relativeSlack: f64 = 0;
export let rootSlack: f64 = 0;

/** The least standard deviations that valence and arousal are divided by (ml/affect/shape.ts). */
let valenceFloor: f64 = 0;
let arousalFloor: f64 = 0;

/** The floor of a coordinate's deviation. */
export function floorOf(c: i32): f64 {
  return c & 1 ? arousalFloor : valenceFloor;
}

function word(place: i32): i32 {
  return load<i32>(words + ((<usize>place) << 2));
}

/** Reads the plan; `place` is the thread's, whose own memory is found by it. */
export function readPlan(place: i32): void {
  queryLength = word(0);
  coordinates = word(1);
  firstShape = word(2);
  query = word(3);
  scales = word(4);
  shortest = word(5);
  longest = word(6);
  blockSize = word(7);
  coarseGroups = word(8);
  coarseGroupCount = word(9);
  coarseSegments = word(10);
  coarseSegmentCount = word(11);
  fineGroups = word(12);
  fineGroupCount = word(13);
  fineSegments = word(14);
  fineSegmentCount = word(15);
  coarseLevels = word(16);
  fineLevels = word(17);
  columnLevel = word(18);
  tracks = word(19);
  candidates = word(20);
  candidateCount = word(21);
  stride = word(22);
  surveyed = word(23);
  surveyedCount = word(24);
  probed = word(25);
  probedCount = word(26);
  surveyLengths = word(27);
  surveyLengthCount = word(28);
  surveySegments = word(29);
  surveyQuery = word(30);
  scratch = word(31) + place * word(32);
  capacity = word(33);
  limit = word(34);
  top = word(35);
  surveyWeights = word(36);
  weights = word(37);
  exactWeights = word(38);
  edges = word(39);
  edgeCount = word(40);
  band = load<f64>(reals);
  relativeSlack = load<f64>(reals + 8);
  rootSlack = load<f64>(reals + 16);
  totalWeight = load<f64>(reals + 24);
  valenceFloor = load<f64>(reals + 32);
  arousalFloor = load<f64>(reals + 40);
}
