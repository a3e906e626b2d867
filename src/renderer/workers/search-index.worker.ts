import { SearchIndexBuilder } from '@domain/triage/search-index'
import type { IndexingAnswer, IndexingRequest } from './search-indexing'

const builders = { issues: new SearchIndexBuilder(), comments: new SearchIndexBuilder() }

self.onmessage = ({ data }: MessageEvent<IndexingRequest>) => {
  if (data.kind === 'texts') {
    for (const { of, position, text } of data.texts) builders[of].add(position, text)
    const answer: IndexingAnswer = { kind: 'taken' }
    self.postMessage(answer)
    return
  }
  const answer: IndexingAnswer = {
    kind: 'indexed',
    issues: builders.issues.finish(),
    comments: builders.comments.finish(),
  }
  const transfer = [answer.issues, answer.comments].flatMap((index) =>
    Object.values(index).map((part) => part.buffer),
  )
  self.postMessage(answer, { transfer })
}
