/** Fields that say more about another one: when somebody took a shift says nothing without who did. */
const about: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  shiftSwap: {
    takenBy: ['takenAt', 'returnRotation', 'returnFrom', 'returnTo'],
    approvedBy: ['approvedAt'],
  },
}

/** The fields that say more about this one. */
export const fieldsAbout = (entity: string, field: string): readonly string[] => about[entity]?.[field] ?? []

/** Whether a field only says more about another one of its row. */
export const isAbout = (entity: string, field: string): boolean =>
  Object.values(about[entity] ?? {}).some((fields) => fields.includes(field))
