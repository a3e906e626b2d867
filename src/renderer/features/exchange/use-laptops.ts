import { type Freshness, freshnessOf } from '@domain/merge/freshness'
import { useEffect, useMemo, useState } from 'react'
import type { KnownLaptop } from '../../storage/known-laptops'
import { othersOf, type Peer } from '../../storage/peers'
import { useSession, useWorkspace } from '../../storage/queries'
import { useEveryChange } from '../../view-state/use-every-change'

/** A laptop that a bundle can be made for. */
export interface OtherLaptop {
  readonly laptop: string
  readonly writer: string
  /** What its last bundle of this engagement told; none where it has written none. */
  readonly freshness: Freshness | undefined
  readonly known: KnownLaptop | undefined
  /** The key of its last bundle. */
  readonly publicKey: string | undefined
}

interface Met {
  readonly peers: readonly Peer[]
  readonly known: readonly KnownLaptop[]
  readonly ownKey: string
}

export interface Laptops {
  readonly ownKey: string
  readonly others: readonly OtherLaptop[]
}

/** Every other laptop of this engagement, then those known from others; undefined while they are being read. */
export function useLaptops(): Laptops | undefined {
  const { id, replica } = useSession()
  const workspace = useWorkspace()
  const version = useEveryChange()
  const [met, setMet] = useState<Met>()
  useEffect(() => {
    void version
    let left = false
    void Promise.all([othersOf(id, workspace.laptop), workspace.knownLaptops(), workspace.publicKey()]).then(
      ([peers, known, ownKey]) => {
        if (!left) setMet({ peers, known, ownKey })
      },
    )
    return () => {
      left = true
    }
  }, [id, workspace, version])
  return useMemo(() => {
    void version
    return met && { ownKey: met.ownKey, others: othersIn(met, freshnessOf(met.peers, replica.seen)) }
  }, [met, replica, version])
}

function othersIn({ peers, known }: Met, freshness: readonly Freshness[]): OtherLaptop[] {
  const of = (laptop: string) => known.find((one) => one.laptop === laptop)
  const here = freshness.map((fresh) => ({
    laptop: fresh.laptop,
    writer: fresh.writer,
    freshness: fresh,
    known: of(fresh.laptop),
    publicKey: peers.find(({ laptop }) => laptop === fresh.laptop)?.publicKey,
  }))
  const elsewhere = known
    .filter(({ laptop }) => !here.some((one) => one.laptop === laptop))
    .map((one) => ({ ...one, freshness: undefined, known: one }))
  return [...here, ...elsewhere]
}
