import { reportKinds } from '../model/saved-report'

export { reportKinds }
export type ReportKind = (typeof reportKinds)[number]
