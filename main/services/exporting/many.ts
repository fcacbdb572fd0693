import type { Output, ParsedInput } from '../../../shared/api/contract'
import { AppError } from '../../../shared/api/errors'
import { slugFrom } from '../../../shared/domain/slug'
import type { Root } from '../../ports/fileStore'
import type { Ports } from '../../ports/ports'
import type { Events } from '../events'
import type { Identities } from '../identities'
import { bindBook, type Watched } from './book'
import { designNamed } from './design'
import { exportFolder } from './folder'
import { writeIfChanged } from './manifest'

type Request = ParsedInput<'exports.many'>
type Report = Output<'exports.many'>

interface Needs extends Pick<Ports, 'files' | 'folders' | 'exportArticle' | 'clock'> {
  readonly identities: Identities
  readonly events: Pick<Events, 'emit'>
  readonly library: {
    openedRoot(): Root | null
    list(): Promise<Output<'library.list'>>
  }
}

export interface ExportingMany {
  run(request: Request): Promise<Report>
  cancel(job: string): void
}

/** Exports many articles of the open library into a folder outside of it. */
export function createExportingMany(needs: Needs): ExportingMany {
  const { files, folders, exportArticle, clock, identities, events, library } = needs
  const running = new Map<string, { isCancelled: boolean }>()

  function placesOf(ids: Request['ids'], root: Root) {
    if (ids === undefined) return null
    const places = ids.map((id) => identities.placeOf(id))
    if (places.some((place) => place.root !== root)) {
      throw new AppError('invalid', 'An article is in another library; open that one to export it.')
    }
    return places
  }

  async function book(
    request: Request,
    from: Root,
    to: Root,
    watched: Watched,
  ): Promise<Omit<Report, 'displayPath'>> {
    const places =
      placesOf(request.ids, from) ??
      (await library.list()).articles.map(({ id }) => identities.placeOf(id))
    const title = folders.name(from)
    const { bytes, problems, failed } = await bindBook(files, places, {
      title,
      design: await designNamed(files, from, request.design),
      now: clock.now(),
      ...watched,
    })
    const isCancelled = bytes === undefined
    const name = `${slugFrom(title) || 'book'}.epub`
    const isNew = !isCancelled && (await writeIfChanged(files, to, name, bytes)).isNew
    return {
      written: isNew ? [name] : [],
      unchanged: isNew || isCancelled ? 0 : 1,
      removed: [],
      problems: [...problems],
      failed,
      isCancelled,
    }
  }

  async function folder(
    request: Request,
    from: Root,
    to: Root,
    watched: Watched,
  ): Promise<Omit<Report, 'displayPath'>> {
    const { format, target, profile, index, feed, site } = request
    const isPage = (format === 'html' && target === undefined) || format === 'pdf'
    const places = placesOf(request.ids, from)
    const report = await exportFolder(
      { files, exportArticle },
      {
        from,
        to,
        wish: {
          format,
          ...{ target, profile },
          ...(isPage ? { design: await designNamed(files, from, request.design) } : {}),
          index: index && format === 'html',
          feed: feed && format === 'html',
          site,
          title: folders.name(from),
          now: clock.now(),
        },
        ...(places === null ? {} : { only: new Set(places.map(({ path }) => path)) }),
        ...watched,
      },
    )
    return {
      ...report,
      written: [...report.written],
      removed: [...report.removed],
      problems: [...report.problems],
    }
  }

  return {
    async run(request) {
      const from = library.openedRoot()
      if (from === null) throw new AppError('invalid', 'No library is open to export from.')
      const to = identities.rootOf(request.to)
      if (folders.within(from, to) !== null) {
        throw new AppError(
          'invalid',
          'The exports would stand among their articles; choose a folder outside of the library.',
        )
      }
      const state = { isCancelled: false }
      const { job } = request
      running.set(job, state)
      const watched: Watched = {
        onProgress: (done, all) => events.emit('export.progress', { job, done, all }),
        isCancelled: () => state.isCancelled,
      }
      try {
        const done =
          request.format === 'epub'
            ? await book(request, from, to, watched)
            : await folder(request, from, to, watched)
        return { displayPath: folders.display(to), ...done }
      } finally {
        running.delete(job)
      }
    },
    cancel(job) {
      const state = running.get(job)
      if (state) state.isCancelled = true
    },
  }
}
