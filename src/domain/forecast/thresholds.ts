/** The exit criteria that issues alone decide. */
export interface IssueThresholds {
  /** So many days in a row, the last one included, without a new severity 1 or 2. */
  readonly quietDays: number
  /** So many severity 2 may be open; of severity 1, none. */
  readonly openSeverity2: number
  /** At most so many new issues a day, on average over `arrivalDays`. */
  readonly arrivalsPerDay: number
  readonly arrivalDays: number
}

export const usualThresholds: IssueThresholds = {
  quietDays: 3,
  openSeverity2: 2,
  arrivalsPerDay: 5,
  arrivalDays: 7,
}
