import { answerPage, type PageFiles, plain } from '../adapters/page/pageFiles'
import { securityHeaders } from '../adapters/page/policy'
import { HOST, SCHEME } from './addresses'
import type { ElectronApi } from './electronApi'

/** What the scheme may do, no more: it is no way around policies and has no service workers. */
export function registerPageScheme({ protocol }: Pick<ElectronApi, 'protocol'>): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

/** Answers a request to our scheme from the files of the built renderer. Messages go another way, so it connects to nothing. */
export function createPageHandler(files: PageFiles): (request: Request) => Response {
  return (request) => {
    const { hostname, pathname, port } = new URL(request.url)
    const isOurs = hostname === HOST && port === ''
    const { status, headers, body } = isOurs
      ? answerPage(files, { method: request.method, path: pathname, connect: [] })
      : plain(404, 'There is nothing here.', securityHeaders('desk', []))
    return new Response(request.method === 'HEAD' ? null : body, { status, headers })
  }
}
