import type { Tracker } from './tracker'

/** GitHub issues as JSON: from its command line, its API, or a webhook. */
export const github: Tracker = {
  source: 'github',
  label: 'GitHub',
  system: 'github',
  headers: {
    externalKey: ['number'],
    title: ['title'],
    description: ['body'],
    status: ['state'],
    resolution: ['stateReason', 'state_reason'],
    reporter: ['author', 'user'],
    owner: ['assignee', 'assignees'],
    component: ['milestone.title', 'milestone'],
    raisedAt: ['createdAt', 'created_at'],
    closedAt: ['closedAt', 'closed_at'],
    sourceUpdatedAt: ['updatedAt', 'updated_at'],
    externalUrl: ['html_url', 'url'],
    tags: ['labels'],
    comments: ['comments'],
  },
  marks: [
    'stateReason',
    'state_reason',
    'html_url',
    'repository_url',
    'labels_url',
    'node_id',
    'author_association',
    'createdAt',
    'closedAt',
    'updatedAt',
    'body',
  ],
  statuses: { closed: 'resolved' },
  tagSeparator: undefined,
  classFromTags: true,
  comments: 'stamped',
  identity: repositoryNumber,
}

/** Issue numbers repeat between repositories, so the repository is part of who an issue is, where the file says it. */
function repositoryNumber(number: string, url: string): string {
  const place = /github[^/]*\/(?:repos\/)?([^/\s]+\/[^/\s]+)\/(?:issues|pull)\/(\d+)/i.exec(url)
  return place ? `${place[1]}#${place[2]}` : number
}
