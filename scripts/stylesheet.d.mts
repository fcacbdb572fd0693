export const target: string
export function stylesheetModule(): string
