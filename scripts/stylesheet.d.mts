export const target: string
export const changesTarget: string
export function changesModule(): string
export function stylesheetModule(): string
