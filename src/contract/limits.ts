/** Largest file that is opened at all. A text of more would not fit into one string of the engine. */
export const largestFile = 256 * 1024 * 1024
