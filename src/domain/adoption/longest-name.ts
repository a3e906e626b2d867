/** Longer names of people, groups and features are no names. */
export const longestName = 200
