import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { LiveReload } from './live-reload'
import { type Persona, personaScript, withPersonaSwitch } from './personas'
import { type DevcloudRequest, HttpError, type Reply, type Route } from './reply'
import type { FileRoute } from './server'
import { createFolderServer } from './static-files'

const PICTURES = '/pictures/'

/** The folders of the shop's pages and pictures. */
export type SiteOptions = {
  h5Folder: string
  picturesFolder: string
  personas: readonly Persona[]
  liveReload?: LiveReload
}

/** Paths of the local cloud itself: what no route answers is an error there, never a page. */
const OWN_PATH = /^\/(devcloud|functions|http|wechat-pay|admin|files|pictures)(\/|$)/

/** A path with an ending names a file; any other is a page, which the H5 router resolves. */
const FILE_PATH = /\.\w+$/

const isReading = ({ method }: DevcloudRequest) => method === 'GET' || method === 'HEAD'

const isPage = ({ path }: DevcloudRequest) =>
  !OWN_PATH.test(path) && (path === '/index.html' || !FILE_PATH.test(path))

const revalidated = (contentType: string, body: string): Reply => ({
  status: 200,
  headers: { 'content-type': `${contentType}; charset=utf-8`, 'cache-control': 'no-cache' },
  body,
})

const pageReply = (site: SiteOptions, { headers }: DevcloudRequest): Reply => {
  const file = join(site.h5Folder, 'index.html')
  if (!existsSync(file)) {
    throw new HttpError(503, 'NOT_BUILT', 'the pages are not built: npm run build:h5')
  }
  const html = withPersonaSwitch(readFileSync(file, 'utf8'))
  const page = revalidated('text/html', site.liveReload?.inject(html) ?? html)
  const etag = `"${createHash('sha1').update(String(page.body)).digest('base64url')}"`
  const isKnown = headers['if-none-match'] === etag
  return { ...page, headers: { ...page.headers, etag }, status: isKnown ? 304 : 200 }
}

/** The shop's page with the persona switch. Its files and pictures are sent by `siteFiles`. */
export const siteRoutes = (site: SiteOptions): Route[] => [
  ...(site.liveReload ? [site.liveReload.route] : []),
  (request) =>
    request.path === '/devcloud/persona.js' && isReading(request)
      ? revalidated('text/javascript', personaScript(site.personas))
      : undefined,
  (request) => (isReading(request) && isPage(request) ? pageReply(site, request) : undefined),
]

/** The shop's files, and its pictures below `/pictures/`. */
export const siteFiles = ({ h5Folder, picturesFolder }: SiteOptions): FileRoute => {
  const site = createFolderServer(h5Folder)
  const pictures = createFolderServer(picturesFolder)
  return async (request, response) => {
    const { raw, path } = request
    if (!isReading(request)) return false
    if (!path.startsWith(PICTURES)) return !OWN_PATH.test(path) && site(raw, response)
    raw.url = raw.url?.slice(PICTURES.length - 1)
    if (await pictures(raw, response)) return true
    throw new HttpError(404, 'NO_PICTURE', `there is no ${path}`)
  }
}
