/** What costs no more than this part more than another fits about as well as it. */
const margin = 0.1;

/** The cost up to which something fits about as well as what costs so much. */
export const aboutAsWell = (cost: number): number => cost * (1 + margin);
