/**
 * What a simulated study plants. Shares are of the variance of a region's recording that is neither drift nor scanner
 * offset; what effects and the shared signal leave is noise.
 */
export interface SimulationPlan {
  /** How many people listen. */
  participants: number;
  /** Equal seeds, plans and sounds give equal studies. */
  seed: number;
  /** Seconds from one volume to the next. */
  hopSeconds: number;
  /** Auditory cortex, both sides: the envelope, after the haemodynamic response. Nothing of the embedding. */
  envelopeShare: number;
  /**
   * dmPFC: the embedding, after the haemodynamic response: 30 % its change, 70 % the first principal component of what
   * the envelope does not tell of it.
   */
  embeddingShare: number;
  /** dmPFC: the participant's own change of emotionality, after the haemodynamic response: it follows the rating. */
  emotionalityShare: number;
  /** vmPFC and precuneus: the participant's own liking, after the haemodynamic response. */
  likingShare: number;
  /** How long after that liking the enjoyment rating changes; longer than the haemodynamic delay: the brain leads. */
  likingLeadSeconds: number;
  /** All regions: a signal that everybody shares, locked to the stimulus, related to no feature. */
  sharedShare: number;
  /** Correlation of neighbouring samples of the noise (an autoregressive process of the first order), at one second. */
  noiseCorrelation: number;
  /** Slow drift: its standard deviation relative to everything else's. */
  driftLevel: number;
  /** Share of the change of emotionality that follows the change of the embedding; the rest is each one's own. */
  ratingShare: number;
  /** The least and the greatest delay of a participant's rating behind what moves it. */
  ratingLagSeconds: readonly [number, number];
}

/**
 * The planted truths after Kim, Overath and Sammler's headlines: only the envelope in auditory cortex, the embedding in
 * dmPFC, whose future emotionality predicts, and vmPFC and precuneus, which predict future enjoyment; 37 people as in
 * Sachs et al. 2020. The shares (a correlation of .2 to .3 in one person) are of the size reported for regions in
 * naturalistic listening, not fitted to anything.
 */
export const defaultSimulation: SimulationPlan = {
  participants: 37,
  seed: 1,
  hopSeconds: 1,
  envelopeShare: 0.06,
  embeddingShare: 0.1,
  emotionalityShare: 0.05,
  likingShare: 0.06,
  likingLeadSeconds: 12,
  sharedShare: 0.1,
  noiseCorrelation: 0.5,
  driftLevel: 0.6,
  ratingShare: 0.4,
  ratingLagSeconds: [1, 4],
};

/** The plan with nothing planted but a signal that all share and no feature explains. */
export const nullSimulation = (plan: SimulationPlan): SimulationPlan => ({
  ...plan,
  envelopeShare: 0,
  embeddingShare: 0,
  emotionalityShare: 0,
  likingShare: 0,
});

/** @throws RangeError where a plan cannot be carried out. */
export function checkSimulation(plan: SimulationPlan): void {
  const whole = (name: 'participants' | 'seed', least: number) => {
    if (!Number.isInteger(plan[name]) || plan[name] < least)
      throw new RangeError(`invalid ${name}: ${plan[name]} (a whole number from ${least})`);
  };
  whole('participants', 1);
  whole('seed', 0);
  if (!(plan.hopSeconds > 0)) throw new RangeError(`invalid hopSeconds: ${plan.hopSeconds} (above 0)`);
  for (const name of shareNames) checkShare(name, plan[name]);
  const planted = plan.sharedShare + plan.embeddingShare + plan.emotionalityShare;
  const most = plan.sharedShare + Math.max(plan.envelopeShare, plan.likingShare, planted - plan.sharedShare);
  if (most >= 1) throw new RangeError(`invalid shares: ${most} of one region (below 1 in all)`);
}

const shareNames = [
  'envelopeShare',
  'embeddingShare',
  'emotionalityShare',
  'likingShare',
  'sharedShare',
  'noiseCorrelation',
  'ratingShare',
] as const;

function checkShare(name: string, share: number): void {
  if (!(share >= 0 && share < 1)) throw new RangeError(`invalid ${name}: ${share} (0 to below 1)`);
}
