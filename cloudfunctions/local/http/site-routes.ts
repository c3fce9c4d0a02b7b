import { type Persona, personaScript, withPersonaSwitch } from './personas'
import { type DevcloudRequest, HttpError, type Reply, type Route } from './reply'
import { serveFolder } from './static-files'

/** Where the shop's pages and pictures lie. */
export type SiteOptions = {
  h5Folder: string
  picturesFolder: string
  personas: readonly Persona[]
}

const isReading = ({ method }: DevcloudRequest) => method === 'GET' || method === 'HEAD'

const script = (body: string): Reply => ({
  status: 200,
  headers: { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-cache' },
  body,
})

/** The shop's page and files, its pictures, and the persona switch. */
export const siteRoutes = ({ h5Folder, picturesFolder, personas }: SiteOptions): Route[] => {
  const pictures = serveFolder({ folder: picturesFolder })
  const site = serveFolder({ folder: h5Folder, transformPage: withPersonaSwitch })
  return [
    (request) =>
      request.path === '/devcloud/persona.js' && isReading(request)
        ? script(personaScript(personas))
        : undefined,
    (request) => {
      if (!request.path.startsWith('/pictures/') || !isReading(request)) return undefined
      const found = pictures(request, request.path.slice('/pictures'.length))
      if (!found) throw new HttpError(404, 'NO_PICTURE', `there is no ${request.path}`)
      return found
    },
    (request) => {
      if (!isReading(request)) return undefined
      const found = request.path === '/' ? undefined : site(request, request.path)
      if (found) return found
      // A path with an ending names a file; any other is a page of the shop, which finds its own
      // way.
      if (/\.\w+$/.test(request.path)) return undefined
      const page = site(request, '/index.html')
      if (page) return page
      throw new HttpError(503, 'NOT_BUILT', 'the pages are not built: npm run build:h5')
    },
  ]
}
