import type { SearchIndexes } from '@domain/triage/issue-search'
import { SearchIndex, type SearchIndexData } from '@domain/triage/search-index'

export interface IndexedText {
  readonly of: 'issues' | 'comments'
  readonly position: number
  readonly text: string
}

export type IndexingRequest =
  | { readonly kind: 'texts'; readonly texts: readonly IndexedText[] }
  | { readonly kind: 'finish' }
export type IndexingAnswer =
  | { readonly kind: 'taken' }
  | { readonly kind: 'indexed'; readonly issues: SearchIndexData; readonly comments: SearchIndexData }

/** Texts sent at a time: few enough that gathering them does not hold up a frame. */
const batchSize = 500

/** Makes search indexes in a worker of their own. One batch is under way at a time, so texts do not pile up. */
export async function indexTexts(
  texts: Iterable<IndexedText>,
  giveWay: () => Promise<void> | undefined,
): Promise<SearchIndexes> {
  const worker = new Worker(new URL('./search-index.worker.ts', import.meta.url), { type: 'module' })
  try {
    let batch: IndexedText[] = []
    for (const text of texts) {
      batch.push(text)
      await giveWay()
      if (batch.length < batchSize) continue
      await answerOf(worker, { kind: 'texts', texts: batch })
      batch = []
    }
    await answerOf(worker, { kind: 'texts', texts: batch })
    const answer = await answerOf(worker, { kind: 'finish' })
    if (answer.kind !== 'indexed') throw new Error('The search worker gave no index.')
    return { issues: new SearchIndex(answer.issues), comments: new SearchIndex(answer.comments) }
  } finally {
    worker.terminate()
  }
}

function answerOf(worker: Worker, request: IndexingRequest): Promise<IndexingAnswer> {
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<IndexingAnswer>) => resolve(data)
    worker.onerror = (event) => reject(new Error(`The search worker stopped: ${event.message}`))
    worker.postMessage(request)
  })
}
