/** `npm test` proves each property on this many cases; a campaign on all that it asks for. */
const EVERYDAY_RUNS_MAX = 1_000

/** Set by `npm run campaign -- properties`. */
const isCampaign = process.env.PROPERTY_RUNS === 'all'

/** The number of cases for a property that deserves `all` of them: fewer outside a campaign. */
export const propertyRuns = (all: number): number =>
  isCampaign ? all : Math.min(all, EVERYDAY_RUNS_MAX)
