/** What a file of a bulletin is called. */
export const fileName = (audience: string, number: number | string) => `Bulletin ${number} to ${audience}`
