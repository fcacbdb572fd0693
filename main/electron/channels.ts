/** The two channels between a page and the backend. */
export const CALL = 'galley:call'
export const EVENT = 'galley:event'
