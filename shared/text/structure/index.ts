import { findFurniture } from './furniture'
import { findHead } from './head'
import { findHeadings } from './headings'
import { findLists, startsItem } from './lists'
import type { Finding, Part, Piece, Structure } from './model'
import { partsOf } from './parts'
import { isMachineText } from './phrases'
import { findQuotations } from './quotations'

export type { Decision, ListItem, Part, Piece, Reading, ReadingKind, Structure } from './model'

/** Larger texts than any article are not looked at; they stay paragraphs. */
const MOST_CHARACTERS = 2_000_000

/**
 * Reads the structure that a text without markup must have had: headline, caption, headings, lists,
 * quotations, and the page's furniture at its end. Each is a guess with a reason, to be offered. The
 * rules are careful in this order, and none takes what an earlier one has: furniture, lists, head,
 * quotations, headings.
 */
export function readStructure(text: string): Structure {
  const parts = partsOf(text, startsItem)
  if (text.length > MOST_CHARACTERS || isMostlyMachineText(parts)) return { parts, decisions: [] }
  const found: Finding[] = []
  const taken = new Set<number>()
  const isTaken = (index: number): boolean => taken.has(index)
  const take = (findings: readonly Finding[]): void => {
    for (const finding of findings) {
      found.push(finding)
      for (let index = finding.from; index < finding.to; index++) taken.add(index)
    }
  }

  const furniture = findFurniture(parts)
  take(furniture)
  const body = parts.slice(0, furniture[0]?.from ?? parts.length)
  take(findLists(body))
  take(findHead(body).filter(({ from, to }) => !anyTaken(from, to, isTaken)))
  take(findQuotations(body, isTaken))
  const listStarts = new Set(
    found.filter(({ reading }) => reading.kind === 'list').map(({ from }) => from),
  )
  const leads = new Set(
    found.filter(({ reading }) => reading.kind === 'lead').map(({ from }) => from),
  )
  take(
    findHeadings(
      body,
      (index) => isTaken(index) && !leads.has(index),
      (index) => listStarts.has(index),
    ),
  )
  const decisions = [...found]
    .sort((a, b) => a.from - b.from)
    .map((finding, id) => ({ ...finding, id }))
  return { parts, decisions }
}

function anyTaken(from: number, to: number, isTaken: (index: number) => boolean): boolean {
  for (let index = from; index < to; index++) if (isTaken(index)) return true
  return false
}

function isMostlyMachineText(parts: readonly Part[]): boolean {
  const machine = parts.filter(({ text }) => isMachineText(text)).length
  return machine * 3 > parts.length
}

/** The text piece by piece; what was declined stays paragraphs, word for word. */
export function piecesOf(
  { parts, decisions }: Structure,
  declined: ReadonlySet<number> = new Set(),
): readonly Piece[] {
  const pieces: Piece[] = []
  const byStart = new Map(
    decisions.filter(({ id }) => !declined.has(id)).map((decision) => [decision.from, decision]),
  )
  for (let index = 0; index < parts.length; ) {
    const decision = byStart.get(index)
    if (decision === undefined) pieces.push({ kind: 'paragraph', text: parts[index]?.text ?? '' })
    else pieces.push(decision.reading)
    index = decision?.to ?? index + 1
  }
  return pieces
}

/** How many of a text's first paragraphs belong to the article; what follows is the page's. */
export function trailingFurniture(paragraphs: readonly string[]): number {
  const parts = paragraphs.map((text, run) => ({ text, indent: 0, run, runLength: 1 }))
  return findFurniture(parts)[0]?.from ?? paragraphs.length
}

/** Whether there is enough in a structure to ask a person about it. */
export function isWorthOffering({ parts, decisions }: Structure): boolean {
  return parts.length >= 3 && decisions.length >= 2
}
