import { readFileSync } from 'node:fs'
import { hostname } from 'node:os'
import type { Processes } from '../../ports/growingFolder'
import { isRunning } from './processes'

/**
 * Names a process by its number, its machine, and when it was started: numbers are used again, after
 * a restart of the machine at the latest. Where the system does not tell, the number has to do.
 */
function nameOf(pid: number): string {
  const host = hostname().replace(/\s+/g, '-') || 'here'
  return `${pid} ${host} ${startOf(pid)}`
}

function startOf(pid: number): string {
  if (process.platform !== 'linux') return '-'
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    // The name of the program, in brackets, may hold anything; what follows it is numbers.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(')').at(-1)?.trim().split(' ')
    return `${boot}:${fields?.[19] ?? ''}`
  } catch {
    return '-'
  }
}

export const nodeProcesses: Processes = {
  own: nameOf(process.pid),
  stateOf(owner) {
    const [pid = '', host, start = '-'] = owner.split(' ')
    const now = nameOf(Number(pid)).split(' ')
    if (host !== now[1]) return 'elsewhere'
    if (!isRunning(Number(pid))) return 'gone'
    const isSame = start === '-' || now[2] === '-' || start === now[2]
    return isSame ? 'running' : 'gone'
  },
}
