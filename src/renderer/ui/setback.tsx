import { Banner } from './banner'
import { Details } from './details'

export interface SetbackProps {
  readonly text: string
  readonly details?: string
}

/** Something tried in vain. */
export function Setback({ text, details }: SetbackProps) {
  return (
    <Banner tone="danger">
      {text}
      {details !== undefined && <Details>{details}</Details>}
    </Banner>
  )
}
