/** A step that samples of some channels run through, block by block: [channel][sample], all of one length. */
export interface SignalStage {
  /** The outputs that the samples so far decide. */
  push(block: readonly Float64Array[]): Float64Array[];
  /** The rest of the outputs. */
  end(): Float64Array[];
}
