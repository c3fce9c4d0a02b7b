import { AREAS, openApp } from '@core/operations/app'
import { wishesArea } from './area'

/** The shop with one area more: in the shop itself this is one line of `operations/app.ts`. */
export const APP = openApp([...AREAS, wishesArea])
