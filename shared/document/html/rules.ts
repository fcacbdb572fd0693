import { features } from '../../features'
import { gatherRules } from './gather'

/** Drawn from the one list of features; nothing here knows a construct by name. */
export const RULES = gatherRules(features.map((feature) => feature.html))
