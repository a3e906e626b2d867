import { attachFiles, attachmentProblem, type NewAttachment } from '@domain/attachments/commands'
import type { IssueRow } from '@domain/triage/as-of'
import { useCallback, useState } from 'react'
import { readAttachedFile } from '../../storage/attached-file'
import type { StoredBlob } from '../../storage/database'
import { useSession, useWorkspace } from '../../storage/queries'
import { toast } from '../../ui/toast'
import { now } from '../../view-state/clock'
import { useAct } from '../../view-state/use-act'

export interface Attaching {
  /** Puts files to the issue, in one change; what is wrong with one of them is said and holds up no other. */
  readonly attach: (files: readonly File[]) => Promise<void>
  readonly isAttaching: boolean
}

export function useAttach(row: IssueRow): Attaching {
  const act = useAct()
  const session = useSession()
  const { settings } = useWorkspace()
  const [isAttaching, setAttaching] = useState(false)
  const attach = useCallback(
    async (files: readonly File[]) => {
      setAttaching(true)
      try {
        const read: NewAttachment[] = []
        const blobs: StoredBlob[] = []
        for (const file of files) {
          const problem = attachmentProblem(file)
          const content =
            problem === undefined ? await readAttachedFile(file).catch(() => undefined) : undefined
          if (!content) {
            toast({ text: problem ?? unreadable(file), tone: 'danger' })
            continue
          }
          const { sha256, data, image } = content
          const mediaType = image?.type ?? file.type
          read.push({ key: crypto.randomUUID(), name: file.name, mediaType, size: data.size, sha256 })
          blobs.push({ sha256, data })
        }
        if (read.length > 0) {
          const by = { name: settings.userName, now: now() }
          const plan = attachFiles(row, read, by, session.replica.rows('attachment').values())
          if (plan.ok && plan.intents.length === 0) toast({ text: plan.label })
          else await act(plan, { blobs })
        }
      } finally {
        setAttaching(false)
      }
    },
    [act, row, session, settings],
  )
  return { attach, isAttaching }
}

const unreadable = ({ name }: File) =>
  `“${name}” could not be read. It may be a folder, or not be there any more; nothing was changed.`
