import type { Command } from '../run'

export const listEngagements: Command = async ({ workspace }) => ({
  laptop: workspace.laptop,
  engagements: workspace.engagements,
})
