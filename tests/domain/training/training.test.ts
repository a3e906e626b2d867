import type { Fields } from '@domain/model/value'
import { type QuestionCluster, questionClusters } from '@domain/training/clusters'
import { actionForm, proposedAction, saveAction, setDone } from '@domain/training/commands'
import { effectOf } from '@domain/training/effect'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { done } from '../../support/bulletins'
import { finished } from '../../support/finished'
import { firstMorning, type Laptop, makeLaptop } from '../../support/laptop'

const day = 86_400_000

/** Two things that people keep asking, in different words and units, and what is asked once. */
const asked: readonly Fields[] = [
  { title: 'How to record a move without successor', reporterUnit: 'North' },
  { title: 'Record a move: no successor known', reporterUnit: 'North' },
  { title: 'Move without successor, how is it recorded', reporterUnit: 'South' },
  { title: 'Instalment plan: first due date', component: 'Payments', reporterUnit: 'North' },
  { title: 'Where is the first due date of an instalment plan', component: 'Payments', reporterUnit: 'East' },
  { title: 'Which printer is for labels', reporterUnit: 'North' },
  { title: 'Record a move without successor fails with an error', class: 'defect' },
]

function askedOn(laptop: Laptop, places = asked.map((_, place) => place)): Laptop {
  for (const place of places) {
    const fields = {
      class: 'training-gap',
      component: 'Moves',
      status: 'resolved',
      raisedAt: firstMorning - (20 - place) * day,
      ...asked[place],
    }
    laptop.write({ entity: 'issue', key: `i${place}`, fields })
  }
  return laptop
}

const clustersOn = ({ replica, now }: Laptop): QuestionCluster[] =>
  finished(questionClusters(replica.rows('issue').values(), now))
const keysOf = (clusters: readonly QuestionCluster[]) =>
  clusters.map(({ issues }) => issues.map(({ key }) => key))

describe('clusters', () => {
  test('hold what people keep asking about a component, whoever asks', () => {
    const clusters = clustersOn(askedOn(makeLaptop('ana')))
    expect(keysOf(clusters)).toEqual([
      ['i0', 'i1', 'i2'],
      ['i3', 'i4'],
    ])
    expect(clusters[0]).toMatchObject({
      id: 'i0',
      component: 'Moves',
      units: [
        { unit: 'North', count: 2 },
        { unit: 'South', count: 1 },
      ],
    })
    expect(clusters[0]?.terms).toEqual(expect.arrayContaining(['move', 'successor']))
  })

  test('are the same on every laptop, in whatever order the issues came', () => {
    const expected = clustersOn(askedOn(makeLaptop('ana')))
    fc.assert(
      fc.property(
        fc.shuffledSubarray(
          asked.map((_, place) => place),
          { minLength: asked.length },
        ),
        (order) => {
          const clusters = clustersOn(askedOn(makeLaptop('bo'), order))
          expect(keysOf(clusters)).toEqual(keysOf(expected))
          expect(clusters.map(({ terms }) => terms)).toEqual(expected.map(({ terms }) => terms))
        },
      ),
    )
  })

  test('know no question that was removed, and none of the time to come', () => {
    const laptop = askedOn(makeLaptop('ana'))
    laptop.write({ entity: 'issue', key: 'i4', fields: { removed: true } })
    expect(keysOf(clustersOn(laptop))).toEqual([['i0', 'i1', 'i2']])
    laptop.now = firstMorning - 19 * day
    expect(keysOf(clustersOn(laptop))).toEqual([['i0', 'i1']])
  })
})

describe('an action', () => {
  function planned(laptop: Laptop) {
    const [cluster] = clustersOn(laptop)
    if (!cluster) throw new Error('no cluster')
    const form = proposedAction(cluster, 'session')
    done(laptop, saveAction('t1', undefined, { ...form, dueOn: '2026-03-04', owner: 'p1' }))
    return actionOn(laptop)
  }
  function actionOn({ replica }: Laptop) {
    const row = replica.rows('trainingAction').get('t1')
    if (!row) throw new Error('no action')
    return row
  }

  test('is proposed out of a cluster, for those who ask most', () => {
    const action = planned(askedOn(makeLaptop('ana')))
    expect(actionForm(action)).toMatchObject({
      title: 'Show: How to record a move without successor',
      kind: 'session',
      component: 'Moves',
      unit: 'North',
      owner: 'p1',
      dueOn: '2026-03-04',
    })
    expect(saveAction('t1', action, actionForm(action))).toMatchObject({ intents: [] })
    expect(saveAction('t1', action, { ...actionForm(action), title: ' ' }).ok).toBe(false)
  })

  test('is measured by what is asked before and after it was done, in a week', () => {
    const laptop = askedOn(makeLaptop('ana'))
    const action = planned(laptop)
    const issues = () => laptop.replica.rows('issue').values()
    expect(finished(effectOf(action, issues(), laptop.now, undefined))).toBeUndefined()
    done(laptop, saveAction('t1', action, { ...actionForm(action), unit: '' }))
    const doneAt = firstMorning - 14 * day
    done(laptop, setDone(actionOn(laptop), doneAt))
    laptop.write({
      entity: 'issue',
      key: 'again',
      fields: { ...asked[0], class: 'question', component: 'Moves', raisedAt: firstMorning - 2 * day },
    })
    const effect = finished(effectOf(actionOn(laptop), issues(), laptop.now, firstMorning - 21 * day))
    expect(effect?.before).toMatchObject({
      issues: [{ key: 'i0' }, { key: 'i1' }, { key: 'i2' }],
      perWeek: 3,
    })
    expect(effect?.after).toMatchObject({ issues: [{ key: 'again' }], perWeek: 0.5 })
    expect(effect?.isEarly).toBe(false)
    expect(finished(effectOf(actionOn(laptop), issues(), doneAt + day, undefined))?.isEarly).toBe(true)
  })
})
