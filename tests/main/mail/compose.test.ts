import { expect, test } from 'vitest'
import { composeMail } from '../../../src/main/mail/compose'

const about = { id: '0f0e', date: new Date(Date.UTC(2026, 2, 2, 8)) }

async function composed(draft: Partial<Parameters<typeof composeMail>[0]>): Promise<string> {
  const whole = {
    to: ['anna@users.example'],
    subject: 'Bulletin 1',
    text: 'Plain\n',
    html: '<p>Rich</p>',
    ...draft,
  }
  return new TextDecoder().decode(await composeMail(whole, about))
}

test('a draft is marked as unsent, says to whom, and has the text twice', async () => {
  const mail = await composed({ to: ['anna@users.example', 'bo@users.example'] })
  const [head = '', ...body] = mail.split('\r\n\r\n')
  expect(head).toMatch(/^X-Unsent: 1\r$/m)
  expect(head).toMatch(/^To: anna@users\.example, bo@users\.example\r$/m)
  expect(head).toMatch(/^Subject: Bulletin 1\r$/m)
  expect(head).toMatch(/^Date: Mon, 02 Mar 2026 08:00:00 \+0000\r$/m)
  expect(head).not.toMatch(/^From:/im)
  expect(head).toContain('multipart/alternative')
  expect(body.join('\r\n\r\n')).toContain('Content-Type: text/plain; charset=utf-8')
  expect(body.join('\r\n\r\n')).toContain('<p>Rich</p>')
})

test('the same draft is the same file', async () => {
  expect(await composed({})).toBe(await composed({}))
})

test('words of any language and length are plain seven-bit lines', async () => {
  const mail = await composed({
    subject: `Größe ${'é'.repeat(300)} 水`,
    text: '水 '.repeat(500),
    html: `<p>${'ß'.repeat(3_000)}</p>`,
  })
  expect(mail).toMatch(/^[\t\r\n -~]*$/)
  for (const line of mail.split('\r\n')) expect(line.length).toBeLessThan(999)
})

test('no subject and no address can add a header of its own', async () => {
  const mail = await composed({
    subject: 'Hello\r\nBcc: spy@x.example\r\n\r\nbody',
    to: ['a@x.example\r\nBcc: spy@x.example', 'b@x.example'],
  })
  const head = mail.split('\r\n\r\n')[0] ?? ''
  expect(head.replace(/\r\n[ \t]/g, ' ')).not.toMatch(/^Bcc:/im)
})
