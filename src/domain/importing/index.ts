export { columnExamples } from './column-examples'
export type { DateOrder } from './dates/date-text'
export { type DetectedSource, detectSource } from './detect-source'
export type {
  CommentDraft,
  Interpretation,
  IssueDraft,
  Quarantined,
  Question,
  SourcePerson,
  SourceUpdate,
} from './draft'
export { type InterpretContext, interpret } from './interpret'
export { type ColumnMapping, checkMapping, mappingSignature, targetOf, type ValueMaps } from './mapping'
export { ImportProblem, type ImportProblemCode } from './problem'
export type { Progress } from './progress'
export { type ColumnGuess, type ProposedMapping, proposeMapping } from './propose-mapping'
export { readTable } from './read-table'
export {
  type FieldChange,
  type ImportPlan,
  type ReconcileContext,
  reconcile,
  type UpdatedIssue,
} from './reconcile'
export type { ReadOptions, RecordRow, SourceFile, Table } from './table'
export { type Target, targets } from './targets'
export { trackerOf } from './trackers'
export { type SourceName, sourceNames } from './trackers/tracker'
