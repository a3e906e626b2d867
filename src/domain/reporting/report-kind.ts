export const reportKinds = ['daily', 'weekly'] as const
export type ReportKind = (typeof reportKinds)[number]
