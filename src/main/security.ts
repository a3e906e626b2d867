import { basename, extname, join, normalize, sep } from 'node:path'
import { app, type ProtocolResponse, protocol, type Session, session, shell } from 'electron'
import { Refused } from './refused'

/** The app's own origin. A scheme of our own gives the pages a stable origin and keeps `file:` out. */
export const ownOrigin = 'app://war-room'

const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** The one file that may compile WebAssembly: the worker in which a rota is solved, which loads it from beside itself. */
const compilesWasm = /^rota-solver\.worker-[\w-]+\.js$/

const policyOf = (path: string) =>
  compilesWasm.test(basename(path))
    ? contentSecurityPolicy.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'")
    : contentSecurityPolicy

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
}

/** The development server's origin while `electron-vite dev` runs; never in a package. */
export const developmentOrigin = app.isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL

export function isOwnPage(url: string): boolean {
  return (
    url.startsWith(`${ownOrigin}/`) || (developmentOrigin !== undefined && url.startsWith(developmentOrigin))
  )
}

/** Must run before the app is ready. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

export function pageUrl(page: 'index' | 'print' | 'headless'): string {
  return `${developmentOrigin ?? ownOrigin}/${page}.html`
}

/** The one permission that pages use: to put what somebody copies on the clipboard, never to read it. */
const used = 'clipboard-sanitized-write'

/** Serves the built pages, and closes every way out: network, navigation, windows, permissions. */
export function secure(pagesFolder: string): void {
  const own = session.defaultSession
  own.protocol.registerFileProtocol('app', ({ url }, respond) => respond(pageAt(pagesFolder, url)))
  own.setPermissionRequestHandler((_contents, permission, allow) => allow(permission === used))
  own.setPermissionCheckHandler((_contents, permission) => permission === used)
  own.setDevicePermissionHandler(() => false)
  if (!developmentOrigin) cutNetwork(own)
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => event.preventDefault())
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
}

function cutNetwork(own: Session): void {
  own.webRequest.onBeforeRequest((request, decide) => {
    decide({ cancel: !/^(app|data|blob|devtools|chrome-extension):/.test(request.url) })
  })
}

/** As `net::ERR_FILE_NOT_FOUND`. */
const notFound: ProtocolResponse = { error: -6 }

/** Which file answers: Chromium reads it itself, so that nothing of a page passes through this process. */
function pageAt(folder: string, url: string): ProtocolResponse {
  const path = pathOf(folder, url)
  if (!path?.startsWith(folder + sep)) return notFound
  return {
    path,
    headers: {
      'content-type': contentTypes[extname(path)] ?? 'application/octet-stream',
      'content-security-policy': policyOf(path),
      'x-content-type-options': 'nosniff',
    },
  }
}

function pathOf(folder: string, url: string): string | undefined {
  try {
    const { host, pathname } = new URL(url)
    return host === 'war-room' ? normalize(join(folder, decodeURIComponent(pathname))) : undefined
  } catch {
    return undefined
  }
}

/** Opens a link out of an issue in the system's browser; only web and mail addresses. */
export async function openLink(address: string): Promise<void> {
  let url: URL
  try {
    url = new URL(address)
  } catch {
    throw new Refused('bad-link', 'This is not a link that can be opened.')
  }
  if (!['https:', 'http:', 'mailto:'].includes(url.protocol))
    throw new Refused(
      'bad-link',
      `A link that starts with “${url.protocol}” is not opened. Copy it if you trust it.`,
    )
  await shell.openExternal(url.href)
}
