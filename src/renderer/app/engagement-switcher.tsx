import { engagementKey } from '@domain/model/engagement'
import { useLocation } from 'wouter'
import { useRow, useSession, useWorkspace } from '../storage/queries'
import { Badge } from '../ui/badge'
import { Button } from '../ui/button'
import { Icon } from '../ui/icon'
import { Menu } from '../ui/menu'
import { useEngagementDoor } from '../view-state/engagement-door'
import { paths } from '../view-state/paths'
import { shortcuts } from '../view-state/shortcuts'
import styles from './rail.module.css'

/** Which engagement this is, and the way to another. */
export function EngagementSwitcher() {
  const { engagements } = useWorkspace()
  const door = useEngagementDoor()
  const { id } = useSession()
  const values = useRow('engagement', engagementKey)?.values
  const [, navigate] = useLocation()
  const others = engagements.filter((entry) => !entry.archived)

  return (
    <Menu
      label="Engagements"
      trigger={(attributes) => (
        <Button {...attributes} tone="quiet" className={styles.switcher ?? ''}>
          <span className={styles.engagement}>
            <span className={styles.name}>{values?.name || 'Engagement'}</span>
            {values?.demo && <Badge>Demo</Badge>}
            <Icon name="chevrons-up-down" />
          </span>
        </Button>
      )}
      sections={[
        {
          title: 'Switch to',
          items: others.map((entry) => ({
            id: entry.id,
            label: entry.demo ? `${entry.name} (demo)` : entry.name,
            checked: entry.id === id,
            run: () => entry.id !== id && door.open(entry.id),
          })),
        },
        {
          items: [
            { id: 'new', label: 'New engagement…', icon: 'plus', run: () => navigate(paths.newEngagement) },
            {
              id: 'all',
              label: 'All engagements',
              icon: 'engagement',
              keys: shortcuts.goEngagements.keys,
              run: () => navigate(paths.engagements),
            },
          ],
        },
      ]}
    />
  )
}
