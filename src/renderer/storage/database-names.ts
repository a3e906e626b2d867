export const profileDatabaseName = 'war-room-profile'

export function engagementDatabaseName(engagement: string): string {
  return `war-room-engagement-${engagement}`
}
