import type { BulletinFile } from '../../storage/bulletin-file'
import { Button } from '../../ui/button'
import { Menu } from '../../ui/menu'
import { shortcuts } from '../../view-state/shortcuts'
import { runShortcut, useShortcuts } from '../../view-state/use-shortcuts'
import { copyBulletin, type Outgoing, saveBulletin } from './outputs'

/** The ways out: the clipboard, a mail draft, files. */
export function OutButtons({ outgoing }: { readonly outgoing: () => Promise<Outgoing> }) {
  const save = async (kind: BulletinFile) => saveBulletin(await outgoing(), kind)
  useShortcuts({
    bulletinCopy: () => void outgoing().then(copyBulletin),
    bulletinMail: () => void save('eml'),
    bulletinPage: () => void save('html'),
    bulletinMarkdown: () => void save('md'),
  })
  return (
    <>
      <Button icon="copy" keys={shortcuts.bulletinCopy.keys} onClick={() => runShortcut('bulletinCopy')}>
        Copy
      </Button>
      <Button icon="mail" keys={shortcuts.bulletinMail.keys} onClick={() => runShortcut('bulletinMail')}>
        Mail draft
      </Button>
      <Menu
        label="Save as a file"
        trigger={(trigger) => (
          <Button {...trigger} icon="download">
            Save
          </Button>
        )}
        sections={[
          {
            items: [
              {
                id: 'html',
                label: 'HTML page',
                keys: shortcuts.bulletinPage.keys,
                run: () => runShortcut('bulletinPage'),
              },
              {
                id: 'md',
                label: 'Markdown',
                keys: shortcuts.bulletinMarkdown.keys,
                run: () => runShortcut('bulletinMarkdown'),
              },
            ],
          },
        ]}
      />
    </>
  )
}
