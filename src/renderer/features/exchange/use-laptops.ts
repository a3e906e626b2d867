import { type ClockDoubt, clockDoubts } from '@domain/merge/clock-doubt'
import { type Freshness, freshnessOf } from '@domain/merge/freshness'
import { useEffect, useMemo, useState } from 'react'
import type { KnownLaptop } from '../../storage/known-laptops'
import { othersOf, type Peer } from '../../storage/peers'
import { useSession, useWorkspace } from '../../storage/queries'
import { useMinute } from '../../view-state/clock'
import { useEveryChange } from '../../view-state/use-every-change'
import { useFolderSync } from '../../view-state/use-folder-sync'

/** A laptop that a bundle can be made for. */
export interface OtherLaptop {
  readonly laptop: string
  readonly writer: string
  /** What its last bundle of this engagement told; none where it has written none. */
  readonly freshness: Freshness | undefined
  readonly known: KnownLaptop | undefined
  /** The key of its last bundle. */
  readonly publicKey: string | undefined
  /** Why its clock seems wrong, where it does. */
  readonly doubt: ClockDoubt | undefined
}

interface Met {
  readonly peers: readonly Peer[]
  readonly known: readonly KnownLaptop[]
  readonly ownKey: string
}

export interface Laptops {
  readonly ownKey: string
  readonly ownDoubt: ClockDoubt | undefined
  readonly others: readonly OtherLaptop[]
}

/** Every other laptop of this engagement, then those known from others; undefined while they are being read. */
export function useLaptops(): Laptops | undefined {
  const { id, replica } = useSession()
  const workspace = useWorkspace()
  const { laptop } = workspace
  const version = useEveryChange()
  const now = useMinute()
  // A look into the folder may bring word of a laptop and no change.
  const { lookedAt } = useFolderSync().state
  const [met, setMet] = useState<Met>()
  useEffect(() => {
    void version
    void lookedAt
    let left = false
    void Promise.all([othersOf(id, workspace.laptop), workspace.knownLaptops(), workspace.publicKey()]).then(
      ([peers, known, ownKey]) => {
        if (!left) setMet({ peers, known, ownKey })
      },
    )
    return () => {
      left = true
    }
  }, [id, workspace, version, lookedAt])
  return useMemo(() => {
    void version
    if (!met) return undefined
    const { peers, ownKey } = met
    const doubts = clockDoubts({ now, latest: now, laptop, seen: replica.seen, peers })
    const ownDoubt = doubts.find(({ whose }) => whose === 'this')
    return { ownKey, ownDoubt, others: othersIn(met, freshnessOf(peers, replica.seen), doubts) }
  }, [met, replica, version, now, laptop])
}

function othersIn(
  { peers, known }: Met,
  freshness: readonly Freshness[],
  doubts: readonly ClockDoubt[],
): OtherLaptop[] {
  const of = (laptop: string) => known.find((one) => one.laptop === laptop)
  const here = freshness.map((fresh) => ({
    laptop: fresh.laptop,
    writer: fresh.writer,
    freshness: fresh,
    known: of(fresh.laptop),
    publicKey: peers.find(({ laptop }) => laptop === fresh.laptop)?.publicKey,
    doubt: doubts.find(({ laptop }) => laptop === fresh.laptop),
  }))
  const elsewhere = known
    .filter(({ laptop }) => !here.some((one) => one.laptop === laptop))
    .map((one) => ({ ...one, freshness: undefined, known: one, doubt: undefined }))
  return [...here, ...elsewhere]
}
