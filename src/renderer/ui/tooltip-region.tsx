import { useEffect, useRef, useState } from 'react'
import { Kbd } from './kbd'
import styles from './tooltip-region.module.css'

interface Shown {
  readonly element: HTMLElement
  readonly text: string
  readonly keys: string | undefined
}

const delay = 500
const gap = 6

/**
 * Shows the tooltip of whatever carries `data-tooltip` (and `data-tooltip-keys`), after a moment of pointing
 * or at once on keyboard focus. One for the whole window, so that a list of thousands pays nothing for it.
 * The text must also be the element's name or description.
 */
export function TooltipRegion() {
  const [shown, setShown] = useState<Shown | undefined>(undefined)
  const bubble = useRef<HTMLDivElement>(null)

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const hide = () => {
      clearTimeout(timer)
      setShown(undefined)
    }
    const show = (target: EventTarget | null, after: number) => {
      hide()
      const element = target instanceof Element ? target.closest<HTMLElement>('[data-tooltip]') : null
      const text = element?.dataset.tooltip
      if (!element || !text) return
      timer = setTimeout(() => setShown({ element, text, keys: element.dataset.tooltipKeys }), after)
    }
    const stop = new AbortController()
    const { signal } = stop
    document.addEventListener('pointerover', (event) => show(event.target, delay), { signal })
    document.addEventListener(
      'focusin',
      (event) => {
        if (event.target instanceof Element && event.target.matches(':focus-visible')) show(event.target, 0)
      },
      { signal },
    )
    for (const name of ['pointerdown', 'focusout', 'keydown', 'scroll', 'blur'])
      window.addEventListener(name, hide, { signal, capture: true })
    return () => {
      stop.abort()
      clearTimeout(timer)
    }
  }, [])

  useEffect(() => {
    const element = bubble.current
    if (!element || !shown?.element.isConnected) return
    element.showPopover()
    const anchor = shown.element.getBoundingClientRect()
    const own = element.getBoundingClientRect()
    const below = anchor.bottom + gap + own.height < window.innerHeight
    element.style.top = `${below ? anchor.bottom + gap : anchor.top - gap - own.height}px`
    const left = anchor.left + (anchor.width - own.width) / 2
    element.style.left = `${Math.max(gap, Math.min(left, window.innerWidth - own.width - gap))}px`
    return () => element.hidePopover()
  }, [shown])

  return (
    <div ref={bubble} popover="manual" className={styles.bubble} aria-hidden="true">
      {shown?.text}
      {shown?.keys && <Kbd keys={shown.keys} />}
    </div>
  )
}
