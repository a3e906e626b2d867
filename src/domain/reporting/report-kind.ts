export const reportKinds = ['daily', 'weekly', 'exit'] as const
export type ReportKind = (typeof reportKinds)[number]
