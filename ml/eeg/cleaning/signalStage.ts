/**
 * A step that samples of some channels run through, block by block: [channel][sample], all of one length. What a
 * call returns holds until the next one.
 */
export interface SignalStage {
  /** The outputs that the samples so far decide. */
  push(block: readonly Float64Array[]): Float64Array[];
  /** The rest of the outputs. */
  end(): Float64Array[];
}
