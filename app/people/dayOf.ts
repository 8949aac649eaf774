const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium' });

/** The day of a moment as people write it. */
export const dayOf = (moment: string): string => format.format(new Date(moment));
