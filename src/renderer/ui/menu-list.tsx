import { Header, Menu, MenuItem, MenuSection } from 'react-aria-components/Menu'
import { Icon } from './icon'
import { Kbd } from './kbd'
import styles from './menu.module.css'
import type { MenuSection as Section } from './menu-items'

export default function MenuList({
  label,
  sections,
  onClose,
}: {
  readonly label: string
  readonly sections: readonly Section[]
  readonly onClose: () => void
}) {
  const items = sections.flatMap((section) => section.items)
  return (
    <Menu
      aria-label={label}
      autoFocus="first"
      className={styles.menu ?? ''}
      disabledKeys={items.filter((item) => item.disabled).map((item) => item.id)}
      onClose={onClose}
      onAction={(key) => {
        onClose()
        items.find((item) => item.id === key)?.run()
      }}
    >
      {sections.map((section, index) => (
        <MenuSection
          key={section.title ?? section.items[0]?.id ?? index}
          aria-label={section.title ?? label}
          className={styles.section ?? ''}
        >
          {section.title && <Header className={styles.title}>{section.title}</Header>}
          {section.items.map((item) => (
            <MenuItem
              key={item.id}
              id={item.id}
              textValue={item.label}
              className={styles.item ?? ''}
              data-tone={item.tone}
            >
              {item.checked !== undefined ? (
                <span className={styles.check}>{item.checked && <Icon name="check" />}</span>
              ) : (
                item.icon && <Icon name={item.icon} />
              )}
              <span className={styles.label}>{item.label}</span>
              {item.note && <span className={styles.note}>{item.note}</span>}
              {item.keys && <Kbd keys={item.keys} />}
            </MenuItem>
          ))}
        </MenuSection>
      ))}
    </Menu>
  )
}
