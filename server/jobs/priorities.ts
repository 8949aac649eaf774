/** Behind everything that somebody waits for. */
export const backgroundPriority = 3;
