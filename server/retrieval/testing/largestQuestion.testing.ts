/** A drawing of 60 points that leads to and fro for a minute, which rules out little. */
const zigzag = Array.from({ length: 60 }, (_, at) => ({
  ...{ t: (60 * at) / 59, valence: at % 2 ? 0.7 : -0.7, arousal: at % 2 ? -0.6 : 0.8 },
}));

/** About the most that a section search can be asked for: 5,000 tracks take minutes. */
export const largestQuestion = {
  ...{ points: zigzag, durationSeconds: 60, scope: 'section' as const, blend: 0.5, band: 1 },
  ...{ lengthRatio: { min: 0.5, max: 2 }, limit: 50 },
};
