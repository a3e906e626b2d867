/**
 * Row keys. What comes from a tracker gets its key from there, so that two laptops importing the same export
 * write the same rows; what is typed gets a random key, handed in.
 */
export function issueKeyFromSource(system: string, externalKey: string): string {
  return `${system}:${externalKey}`
}

export function commentKeyFromSource(issueKey: string, index: number, digest: string): string {
  return `${issueKey}/${index}-${digest}`
}
